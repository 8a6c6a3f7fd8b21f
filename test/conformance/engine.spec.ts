import { SEED_DEFINITIONS } from '@countersign/definitions';
import { PERSON_OPERATIONS } from '@countersign/domain';
import { GOLDEN } from './golden';
import { TABLE_DEFINITIONS } from './golden/table-definitions';
import { EnginePlayer, type Folding } from './golden/engine-player';
import { expectedOf, wordRow } from './golden/golden';

/** The domain as the workflow has it: without schemas. */
const inWorkflow = ((): Folding => {
  jest.doMock('zod', () => jest.requireActual<object>('../../workflows/runtime/no-parsing'));
  try {
    let folding: Folding | null = null;
    jest.isolateModules(() => (folding = jest.requireActual<Folding>('@countersign/domain')));
    return folding!;
  } finally {
    jest.dontMock('zod');
  }
})();

describe.each([...SEED_DEFINITIONS, ...TABLE_DEFINITIONS].map((definition) => definition.key))('the pure engine on %s', (key) => {
  const tables = GOLDEN.filter((golden) => golden.definition === key);

  it('has golden tables', () => {
    expect(tables.length).toBeGreaterThan(0);
  });

  it.each(tables.map((golden) => [golden.name, golden] as const))('%s', (_, golden) => {
    const player = new EnginePlayer(golden);
    for (const [index, row] of golden.rows.entries()) {
      const at = `row ${index + 1}: ${wordRow(row)}`;
      expect({ at, ...player.play(row) }).toEqual({ at, ...expectedOf(row) });
    }
    for (const { expected, folded } of player.foldAgain(inWorkflow)) expect(folded).toEqual(expected);
  });
});

it.each(PERSON_OPERATIONS.map(({ type }) => type))('%s is taken in a golden table, and refused in one', (type) => {
  const rows = GOLDEN.flatMap((golden) => golden.rows).flatMap((row) => ('does' in row && row.does === type ? [expectedOf(row)] : []));
  expect({ taken: rows.some((row) => !('refused' in row)), refused: rows.some((row) => 'refused' in row) }).toEqual({
    taken: true,
    refused: true,
  });
});

it('no two golden tables are called the same', () => {
  expect(new Set(GOLDEN.map((golden) => golden.name)).size).toBe(GOLDEN.length);
});
