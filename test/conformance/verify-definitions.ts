import { readdirSync } from 'node:fs';
import path from 'node:path';
import { SEED_DEFINITIONS } from '@countersign/definitions';
import { verify, type Definition, type Finding } from '@countersign/domain';
import { findDefinition } from '../load/replay-log/prepare';

/** `npm run verify:definitions`: every definition that ships is read and verified; ends with 1 where one has an error. */
const SAMPLES = path.resolve(__dirname, '..', '..', 'workflows', 'definitions', 'samples');
const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.definition.json'));
const definitions: Definition[] = [...SEED_DEFINITIONS, ...samples.map((name) => findDefinition(path.join(SAMPLES, name)))];

function line(definition: Definition, finding: Finding): string {
  return `${finding.severity} ${definition.key} ${finding.path} ${finding.code}: ${finding.message.en}`;
}

const findings = definitions.flatMap((definition) => verify(definition).map((finding) => ({ definition, finding })));
for (const { definition, finding } of findings) console.log(line(definition, finding));
const errors = findings.filter(({ finding }) => finding.severity === 'error').length;
console.log(`${definitions.length} definitions verified, ${errors} errors, ${findings.length - errors} warnings`);
process.exitCode = errors > 0 ? 1 : 0;
