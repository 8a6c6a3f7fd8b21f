import { RuleChangeEntity, type ChangedRow, type RuleChangeKind } from '@countersign/database';
import { wordRuleChange, type UsedToken } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { usedToken, type Actor } from '../../auth/actor';
import { readPage } from '../../http/cursor';
import type { PageQuery } from '../../http/schema/page.query';
import { Problem } from '../../http/problem/problem';
import { usedTokenView } from '../../http/schema/values.view';
import { PersonRefsService } from '../person-refs.service';
import { namesOfRules } from './names-of-rules';
import type { RuleChangeItem, RuleChangePage, RuleChangeView } from '../dto/change.view';

export interface RuleChange {
  companyId: string;
  /** Null: the command line. */
  actorId: string | null;
  token: UsedToken | null;
  kind: RuleChangeKind;
  rows: ChangedRow[];
}

/** Whose change it is: a person's, by whichever way they came in. Pure. */
export function changedBy(actor: Actor): Pick<RuleChange, 'companyId' | 'actorId' | 'token'> {
  return { companyId: actor.companyId, actorId: actor.personId, token: usedToken(actor) };
}

/** Rows that are kept of one change; how many there were is kept besides. */
const MOST_ROWS = 2_000;
const NOTE = 'INSERT INTO rule_change (id, company_id, actor_id, kind, changed, rows, token) VALUES ($1, $2, $3, $4, $5, $6, $7)';
const LIST = `
  SELECT id, at, actor_id AS "actorId", token, kind, changed, jsonb_path_query_array(rows, '$[0]') AS rows FROM rule_change
  WHERE company_id = $1 AND ($2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid)) ORDER BY at DESC, id DESC LIMIT $4`;

/** Notes it, in the transaction of the change; nothing where nothing changed. Notes are only ever added. */
export async function noteChange(manager: EntityManager, { companyId, actorId, token, kind, rows }: RuleChange): Promise<void> {
  if (rows.length === 0) return;
  await manager.query(NOTE, [uuidv7(), companyId, actorId, kind, rows.length, JSON.stringify(rows.slice(0, MOST_ROWS)), token]);
}

type Listed = Pick<RuleChangeEntity, 'id' | 'at' | 'actorId' | 'token' | 'kind' | 'changed' | 'rows'>;

/** Who changed the directory, its rights and limits, or a process; for those who check the records. */
@Injectable()
export class RuleChangesService {
  constructor(
    private readonly database: DataSource,
    private readonly people: PersonRefsService,
  ) {}

  /** Newest first. */
  async list(actor: Actor, query: PageQuery): Promise<RuleChangePage> {
    const { rows, nextCursor } = await readPage<Listed>(query, {
      kinds: ['time', 'uuid'],
      read: (after, most) => this.database.query(LIST, [actor.companyId, ...after, most]),
      cursorOf: ({ at, id }) => [at.toISOString(), id],
    });
    return { items: await this.items(actor, rows), nextCursor };
  }

  async read(actor: Actor, id: string): Promise<RuleChangeView> {
    const row = await this.database.manager.findOneBy(RuleChangeEntity, { id, companyId: actor.companyId });
    const [item] = row ? await this.items(actor, [row]) : [];
    if (!row || !item) throw new Problem('not-found', { what: 'change' });
    const names = await namesOfRules(this.database, actor.companyId, row.rows);
    return { ...item, rows: row.rows.map((each) => ({ ...each, words: wordRuleChange(each, names) })) };
  }

  private async items({ companyId }: Actor, rows: Listed[]): Promise<RuleChangeItem[]> {
    const firsts = rows.flatMap((row) => row.rows.slice(0, 1));
    const names = await namesOfRules(this.database, companyId, firsts);
    const refs = await this.people.byIds(rows.flatMap(({ actorId, token }) => [actorId, token?.issuedBy]));
    return rows.map(({ id, at, actorId, token, kind, changed, rows: [first] }) => ({
      id,
      at: at.toISOString(),
      by: actorId === null ? null : this.people.in(refs, actorId),
      token: token && usedTokenView(token, this.people.in(refs, token.issuedBy)),
      kind,
      changed,
      first: first ? wordRuleChange(first, names) : null,
    }));
  }
}
