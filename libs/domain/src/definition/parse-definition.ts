import { definitionSchema, type Definition } from './definition.schema';
import type { Finding } from '../verify/finding';

/** Reads a definition from JSON, defaults filled in, or says where it does not follow the format. Pure. `verify` says whether it makes sense. */
export function parseDefinition(json: unknown): { ok: true; definition: Definition } | { ok: false; findings: Finding[] } {
  const parsed = definitionSchema.safeParse(json);
  if (parsed.success) return { ok: true, definition: parsed.data };
  const findings = parsed.error.issues.map((issue): Finding => {
    const path = issue.path.map(String).join('.');
    const where = path === '' ? { zh: '流程定义', en: 'the definition' } : { zh: `“${path}”`, en: `“${path}”` };
    return {
      severity: 'error',
      code: 'format',
      path,
      message: {
        zh: `${where.zh}不符合流程定义的格式：${issue.message}`,
        en: `${where.en} does not follow the format of definitions: ${issue.message}`,
      },
    };
  });
  return { ok: false, findings };
}
