import { z } from 'zod';
import type { Finding } from '../verify/finding';
import { definitionSchema, type Definition } from './definition.schema';

const IN_CHINESE = { error: z.locales.zhCN().localeError };
const IN_ENGLISH = { error: z.locales.en().localeError };

type Issue = z.core.$ZodIssue;

/** The alternative that the writer meant: of a step the one of its kind, else the one with the least against it. */
function meant(alternatives: Issue[][]): Issue[] {
  const ofKind = alternatives.filter((issues) => !issues.some(({ path }) => path.length === 1 && path[0] === 'kind'));
  const [first = [], ...rest] = ofKind.length > 0 ? ofKind : alternatives;
  return rest.reduce((best, each) => (each.length < best.length ? each : best), first);
}

/** What is wrong, at the innermost place that can be told: “one of several forms” helps nobody. */
function innermost(issue: Issue, before: PropertyKey[] = []): { path: string; message: string }[] {
  const path = [...before, ...issue.path];
  const inner = issue.code === 'invalid_union' ? meant(issue.errors) : [];
  if (inner.length > 0) return inner.flatMap((each) => innermost(each, path));
  return [{ path: path.map(String).join('.'), message: issue.message }];
}

/** Reads a definition from JSON, defaults filled in, or says where it does not follow the format. Pure. `verify` says whether it makes sense. */
export function parseDefinition(json: unknown): { ok: true; definition: Definition } | { ok: false; findings: Finding[] } {
  const parsed = definitionSchema.safeParse(json, IN_ENGLISH);
  if (parsed.success) return { ok: true, definition: parsed.data };
  const chinese = (definitionSchema.safeParse(json, IN_CHINESE).error?.issues ?? []).flatMap((issue) => innermost(issue));
  const english = parsed.error.issues.flatMap((issue) => innermost(issue));
  const findings = english.map(({ path, message }, index): Finding => {
    const where = path === '' ? { zh: '流程定义', en: 'The definition' } : { zh: `“${path}”`, en: `“${path}”` };
    return {
      severity: 'error',
      code: 'format',
      path,
      message: {
        zh: `${where.zh}不符合格式：${chinese[index]?.message ?? ''}`,
        en: `${where.en} does not follow the format: ${message}`,
      },
    };
  });
  return { ok: false, findings };
}
