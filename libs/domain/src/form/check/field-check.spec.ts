import { checkField } from './field-check';

const FILES = {
  key: 'receipts',
  type: 'files',
  label: { zh: '票据', en: 'Receipts' },
  required: false,
  filledAt: 'start',
  material: false,
} as const;
const file = (id: string) => ({ id, name: 'a.pdf', size: 1, type: 'application/pdf', sha256: '0'.repeat(64) });

describe('files of a field', () => {
  it('are counted by what they are, not by how often they are named', () => {
    const two = { ...FILES, min: 2, max: 3 };
    const found = (...ids: string[]) => checkField(two, ids.map(file))?.code ?? null;
    expect([found('a'), found('a', 'a'), found('a', 'a', 'b'), found('a', 'b'), found('a', 'b', 'c', 'd')]).toEqual([
      'too-few-files',
      'too-few-files',
      null,
      null,
      'too-many-files',
    ]);
  });
});
