import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

type Roll = (sides: number) => number;

/** Numbers that look random and are the same in every run. */
export function dice(seed: number): Roll {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

export interface SampleRows {
  companyId: string;
  units: string[];
  people: string[];
  positions: string[];
}

export const ROLES = ['clerk', 'lead', 'finance', 'chief', 'auditor'];
const DAYS = [null, null, '2026-03-01', '2026-03-02', '2027-01-01'];

type Row = Record<string, unknown>;
type Ids = Omit<SampleRows, 'companyId'>;

const one = <T>(roll: Roll, of: readonly T[]): T => of[roll(of.length)]!;

/** A company of this many people, with posts that are vacant, over, still to come, doubled, and that cover units elsewhere. */
export async function sampleRows(database: DataSource, size: number, roll: Roll): Promise<SampleRows> {
  const fresh = (count: number): string[] => Array.from({ length: count }, () => randomUUID());
  const [companyId, ids] = [randomUUID(), { units: fresh(size / 2), people: fresh(size), positions: fresh(size * 2) }];
  await database.query(`INSERT INTO company VALUES ($1, $2, '{}', 'Asia/Shanghai', 'CNY')`, [companyId, companyId]);
  const tables = { unit: unitRows, person: personRows, position: positionRows, authority_grant: grantRows, person_right: rightRows };
  for (const [table, rowsOf] of Object.entries(tables)) {
    const rows = rowsOf(ids, roll);
    const columns = Object.keys(rows[0]!).join(', ');
    await database.query(
      `INSERT INTO "${table}" (${columns}, company_id) SELECT ${columns}, $2 FROM jsonb_populate_recordset(NULL::"${table}", $1)`,
      [JSON.stringify(rows), companyId],
    );
  }
  return { companyId, ...ids };
}

function unitRows({ units }: Ids, roll: Roll): Row[] {
  const paths = new Map<string | null, string[]>([[null, []]]);
  return units.map((id, index) => {
    const parent = index === 0 ? null : one(roll, units.slice(0, index));
    const path = [...paths.get(parent)!, id];
    paths.set(id, path);
    return { id, key: `u-${roll(1e6)}-${index}`, kind: 'department', name: {}, parent_id: parent, path };
  });
}

function personRows({ people }: Ids, roll: Roll): Row[] {
  return people.map((id, index) => ({ id, key: `p-${roll(1e6)}-${index}`, name: {}, language: 'zh', active: roll(9) > 0 }));
}

function positionRows({ units, people, positions }: Ids, roll: Roll): Row[] {
  return positions.map((id, index) => ({
    id,
    key: `${one(roll, ['a', 'b.', 'b-', 'b_', 'c:'])}${roll(1e6)}-${index}`,
    person_id: roll(6) === 0 ? null : one(roll, people),
    role: one(roll, ROLES),
    unit_id: one(roll, units),
    title: {},
    grade: 'staff',
    superior_id: index < 3 ? null : one(roll, positions),
    covers: roll(4) === 0 ? [one(roll, units), one(roll, units)] : [],
    is_primary: roll(2) === 0,
    valid_from: one(roll, DAYS),
    valid_to: one(roll, DAYS),
    substitute_id: roll(3) === 0 ? one(roll, people) : null,
    substitute_from: one(roll, DAYS),
    substitute_to: one(roll, DAYS),
  }));
}

function grantRows({ people }: Ids, roll: Roll): Row[] {
  return people.map((person, index) => ({
    ...{
      id: randomUUID(),
      key: `g-${roll(1e6)}-${index}`,
      kind: 'approve',
      matter: one(roll, ['travel', 'lease']),
      plan: 'any',
      state: 'granted',
    },
    ...{ person_id: person, valid_from: one(roll, DAYS), valid_to: one(roll, DAYS) },
  }));
}

function rightRows({ people }: Ids): Row[] {
  return people.slice(0, 3).map((person) => ({ person_id: person, right_name: 'requests.operate' }));
}
