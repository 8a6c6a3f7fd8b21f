import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compile, parseDefinition, verify, type Definition } from '@countersign/domain';

const FOLDER = path.resolve(__dirname, '../../workflows/definitions/samples');
const samples = readdirSync(FOLDER).filter((name) => name.endsWith('.definition.json'));

function read(name: string): Definition {
  const parsed = parseDefinition(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')));
  if (!parsed.ok) throw new Error(`Expected ${name} to follow the format, but ${JSON.stringify(parsed.findings)}`);
  return parsed.definition;
}

describe('definitions to learn from', () => {
  it.each(samples)('%s can be imported and published as it is', (name) => {
    expect(verify(read(name)).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(compile(read(name)).poisoned).toBeNull();
  });

  it('say the policies of their head at every step that people decide', () => {
    const { flow } = read('contract-change.definition.json');
    const decided = flow.filter((step) => 'samePerson' in step);
    expect(decided.map((step) => [step.id, (step as { samePerson: string }).samePerson])).toEqual(
      ['unit-head', 'superiors', 'approval', 'signed'].map((id) => [id, 'any']),
    );
  });
});
