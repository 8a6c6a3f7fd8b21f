import { parseDefinition, verify } from '@countersign/domain';
import { readFileSync } from 'node:fs';
import path from 'node:path';

describe('the sample process that is handed out', () => {
  it('can be imported as it is', () => {
    const json: unknown = JSON.parse(readFileSync(path.resolve(__dirname, '../../../../public/samples/process.json'), 'utf8'));
    const parsed = parseDefinition(json);
    expect(parsed.ok ? verify(parsed.definition).filter(({ severity }) => severity === 'error') : parsed.findings).toEqual([]);
  });
});
