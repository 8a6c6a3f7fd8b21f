import type { Finding } from './finding';
import { definitionSchema, type Definition } from './definition.schema';
import { formatProblems } from './format-problems';

/** Reads a definition from JSON, defaults filled in, or says where it does not follow the format. Pure. `verify` says whether it makes sense. */
export function parseDefinition(json: unknown): { ok: true; definition: Definition } | { ok: false; findings: Finding[] } {
  const parsed = definitionSchema.safeParse(json);
  if (parsed.success) return { ok: true, definition: parsed.data };
  const findings = formatProblems(definitionSchema, json).map(({ path, message }): Finding => {
    const where = path === '' ? { zh: '流程定义', en: 'The definition' } : { zh: `“${path}”`, en: `“${path}”` };
    return {
      severity: 'error',
      code: 'format',
      path,
      message: { zh: `${where.zh}不符合格式：${message.zh}`, en: `${where.en} does not follow the format: ${message.en}` },
    };
  });
  return { ok: false, findings };
}
