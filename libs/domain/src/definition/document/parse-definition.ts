import type { Finding } from '../finding';
import { definitionSchema, type Definition } from '../definition.schema';
import { documentFault } from './document-fault';
import { formatProblemsOf, readDocument, type FormatProblem } from './format-problems';
import { upperFirst } from '../../text/upper-first';
import { DEFINITION_DOCUMENT } from '../limits';

/** Reads a definition from JSON, defaults filled in, or says where it does not follow the format. Pure. `verify` says whether it makes sense. */
export function parseDefinition(json: unknown): { ok: true; definition: Definition } | { ok: false; findings: Finding[] } {
  const unfit = documentFault(json, DEFINITION_DOCUMENT);
  if (unfit) return { ok: false, findings: [formatFinding(unfit)] };
  const parsed = readDocument(definitionSchema, json);
  if (parsed.success) return { ok: true, definition: parsed.data };
  return { ok: false, findings: formatProblemsOf(parsed.error.issues, json).map(formatFinding) };
}

/** What is wrong; where stands beside it. Of the whole file, that it is the file. */
function formatFinding({ path, message }: FormatProblem): Finding {
  const whole = path === '';
  return {
    severity: 'error',
    code: 'format',
    path,
    message: {
      zh: `${whole ? '流程定义' : ''}${message.zh}。`,
      en: `${whole ? `The definition ${message.en}` : upperFirst(message.en)}.`,
    },
  };
}
