import { randomUUID } from 'node:crypto';
import { uuidv5 } from '@countersign/domain';
import type { DataSource } from 'typeorm';
import { calendarOf, isVacant, PATH, type Company } from '../../../libs/domain/src/rehearsal/company.fixture';

type Row = Record<string, unknown>;

const named = (text: string) => ({ zh: text, en: text });
const OPERATES = ['requests.operate', 'requests.assign', 'requests.override'];
const LONG_HENCE = '2090-01-01';

/** The small company of a random walk in PostgreSQL, its ids made from its names. */
export class WalkedCompany {
  readonly id = randomUUID();

  constructor(private readonly database: DataSource) {}

  idOf(key: string): string {
    return uuidv5(key, this.id);
  }

  /** Everything of it that stands in a text, by its name. */
  named(text: string, company: Company): string {
    return [...Object.keys(company.active), ...PATH].reduce((said, key) => said.replaceAll(this.idOf(key), key), text);
  }

  async begins(company: Company): Promise<void> {
    await this.database.query(`INSERT INTO company VALUES ($1::uuid, $1::text, '{}', 'Asia/Shanghai', 'CNY')`, [this.id]);
    const units = PATH.map((key, level) => ({
      ...{ id: this.idOf(key), key, kind: 'department', name: named(key), path: PATH.slice(0, level + 1).map((each) => this.idOf(each)) },
      parent_id: level === 0 ? null : this.idOf(PATH[level - 1] ?? ''),
      calendar: calendarOf(),
    }));
    await this.put('unit', units);
    await this.becomes(company);
    const rights = company.operators.flatMap((key) => OPERATES.map((right_name) => ({ person_id: this.idOf(key), right_name })));
    await this.put('person_right', rights, 'person_id, right_name');
  }

  /** Its people, posts, limits and absences are these from now on. */
  async becomes(company: Company): Promise<void> {
    const { active, posts, authorities, away } = company;
    await this.put(
      'person',
      Object.entries(active).map(([key, here]) => ({ id: this.idOf(key), key, name: named(key), language: 'zh', active: here })),
    );
    await this.put(
      'position',
      posts.map((post) => this.positionOf(post, company)),
    );
    await this.put(
      'authority_grant',
      authorities.map((each) => this.grantOf(each)),
    );
    await this.database.query('DELETE FROM absence WHERE company_id = $1', [this.id]);
    for (const [person, standIn] of Object.entries(away)) await this.leaves(person, standIn);
  }

  private positionOf({ id, person, role, unit, superior, substitute }: Company['posts'][number], { posts, active }: Company): Row {
    const stands = substitute !== undefined && isVacant({ id, person, role, unit, superior }, active);
    return {
      ...{ id: this.idOf(id), key: id, role, title: named(role), grade: 'staff', unit_id: this.idOf(unit), covers: [] },
      person_id: person === null ? null : this.idOf(person),
      superior_id: superior === null ? null : this.idOf(superior),
      is_primary: person !== null && posts.find((post) => post.person === person)?.id === id,
      substitute_id: stands ? this.idOf(substitute) : null,
      substitute_to: stands ? LONG_HENCE : null,
    };
  }

  private grantOf({ id, role, person, limit, granted }: Company['authorities'][number]): Row {
    return {
      ...{ id: this.idOf(id), key: id, kind: 'approve-within-limit', matter: 'expense', role, plan: 'any' },
      person_id: person === null ? null : this.idOf(person),
      limit_value: typeof limit === 'number' ? { minor: `${limit}00`, currency: 'CNY' } : limit,
      state: granted ? 'granted' : 'withheld',
      withheld_reason: granted ? null : 'under review',
    };
  }

  private async leaves(person: string, standIn: string): Promise<void> {
    const absence = this.idOf(`${person} away`);
    const [gone, instead] = [this.idOf(person), this.idOf(standIn)];
    const times = { from_at: '2026-01-01T00:00:00Z', to_at: `${LONG_HENCE}T00:00:00Z`, reason: 'trip', state: 'running', entered_by: gone };
    await this.put('absence', [{ id: absence, person_id: gone, stand_in_id: instead, ...times }]);
    await this.put('away', [{ absence_id: absence, person_id: gone, stand_in_id: instead, until: times.to_at }], 'absence_id');
  }

  /** Rows that are there, whatever was there of them before. */
  private async put(table: string, rows: readonly Row[], key = 'id'): Promise<void> {
    const columns = Object.keys(rows[0] ?? {});
    const changed = columns.filter((column) => !key.split(', ').includes(column));
    const otherwise =
      changed.length === 0 ? 'NOTHING' : `UPDATE SET ${changed.map((column) => `${column} = excluded.${column}`).join(', ')}`;
    await this.database.query(
      `INSERT INTO "${table}" (${columns.join(', ')}, company_id) SELECT ${columns.join(', ')}, $2 FROM jsonb_populate_recordset(NULL::"${table}", $1)
        ON CONFLICT (${key}) DO ${otherwise}`,
      [JSON.stringify(rows), this.id],
    );
  }
}
