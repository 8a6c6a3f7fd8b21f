import type { Finding } from './finding';
import { definitionSchema, type Definition } from './definition.schema';
import { documentFault } from './document-fault';
import { formatProblemsOf, type FormatProblem } from './format-problems';
import { DEFINITION_DOCUMENT } from './limits';

/** Reads a definition from JSON, defaults filled in, or says where it does not follow the format. Pure. `verify` says whether it makes sense. */
export function parseDefinition(json: unknown): { ok: true; definition: Definition } | { ok: false; findings: Finding[] } {
  const unfit = documentFault(json, DEFINITION_DOCUMENT);
  if (unfit) return { ok: false, findings: [formatFinding(unfit)] };
  const parsed = definitionSchema.safeParse(json);
  if (parsed.success) return { ok: true, definition: parsed.data };
  return { ok: false, findings: formatProblemsOf(parsed.error.issues, json).map(formatFinding) };
}

/** A place reads like a subject: “flow.2.id” is missing. */
function formatFinding({ path, message }: FormatProblem): Finding {
  const where = path === '' ? { zh: '流程定义', en: 'The definition' } : { zh: `「${path}」`, en: `“${path}”` };
  return {
    severity: 'error',
    code: 'format',
    path,
    message: { zh: `${where.zh}${message.zh}。`, en: `${where.en} ${message.en}.` },
  };
}
