import { z } from 'zod';
import type { Bilingual } from '../text/bilingual';

const IN_CHINESE = { error: z.locales.zhCN().localeError };
const IN_ENGLISH = { error: z.locales.en().localeError };

type Issue = z.core.$ZodIssue;

/** One place where a document does not have the form that its schema asks for. */
export interface FormatProblem {
  /** Keys and indices joined by dots; empty for the document itself. */
  path: string;
  message: Bilingual;
}

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

/** Everything that keeps a document from being read, in both languages; none = its form is right. Pure. */
export function formatProblems(schema: z.ZodType, json: unknown): FormatProblem[] {
  const issues = schema.safeParse(json, IN_ENGLISH).error?.issues ?? [];
  const chinese = (schema.safeParse(json, IN_CHINESE).error?.issues ?? []).flatMap((issue) => innermost(issue));
  return issues
    .flatMap((issue) => innermost(issue))
    .map(({ path, message }, index) => ({ path, message: { zh: chinese[index]?.message ?? '', en: message } }));
}
