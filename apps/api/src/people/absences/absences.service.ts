import { turnAbsences } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Notice } from '@countersign/domain';
import type { Actor } from '../../auth/actor';
import { ReadersService } from '../../auth/readers.service';
import { oneAtATime } from '../../http/one-at-a-time';
import { Problem } from '../../http/problem/problem';
import { PersonRefsService } from '../person-refs.service';
import { checkAbsence } from './absence-check';
import { absencesOf, insertAbsence, lockedAbsence, processTitles, type AbsenceRow, type AskedAbsence } from './absence-rows';
import type { AbsenceBody, AbsencesView, AbsenceView } from './absence.view';

const ANSWER = `UPDATE absence SET state = $2, answered_at = clock_timestamp() WHERE id = $1`;
const END = `UPDATE absence SET state = $2, to_at = least(to_at, clock_timestamp()) WHERE id = $1`;
const CANCEL = `UPDATE absence SET state = $2 WHERE id = $1`;
const NO_LONGER_AWAY = 'DELETE FROM away WHERE absence_id = $1';
const EXISTS = 'SELECT 1 FROM person WHERE company_id = $1 AND id = $2 AND active';
const TELL = 'INSERT INTO notification (id, company_id, person_id, notice, params) VALUES ($1, $2, $3, $4, $5)';
/** The right by which somebody enters the absence of a person who cannot. */
const KEEPS_DIRECTORY = 'directory.import';

/** Who is away when, and who has agreed to stand in for them. */
@Injectable()
export class AbsencesService {
  constructor(
    private readonly database: DataSource,
    private readonly readers: ReadersService,
    private readonly refs: PersonRefsService,
  ) {}

  async list(actor: Actor, person?: string): Promise<AbsencesView> {
    const whose = await this.personOf(actor, person);
    const { own, forOthers } = await absencesOf(this.database.manager, actor.companyId, whose);
    const views = await this.views(actor, [...own, ...forOthers]);
    return { own: views.slice(0, own.length), forOthers: views.slice(own.length) };
  }

  /** Asks the stand-in; nothing of it holds before they have accepted. */
  async ask(actor: Actor, body: AbsenceBody): Promise<AbsenceView> {
    const asked = await this.asked(actor, body);
    const id = uuidv7();
    await this.database.transaction(async (manager) => {
      await oneAtATime(manager, 'absences', asked.person);
      await checkAbsence(manager, actor.companyId, asked, actor.personId);
      await insertAbsence(manager, { id, companyId: actor.companyId, enteredBy: actor.personId, state: 'asked' }, asked);
      await tell(manager, actor, { to: asked.standIn, by: asked.person, notice: 'absence-asked' });
    });
    return this.one(actor, id);
  }

  /** Only whoever is asked to stand in says whether they do. What has begun by then begins at once. */
  async answer(actor: Actor, id: string, accept: boolean): Promise<AbsenceView> {
    await this.database.transaction(async (manager) => {
      const row = await this.locked(manager, actor, id, (each) => each.standInId === actor.personId);
      if (row.state !== 'asked') throw new Problem('absence-settled');
      await manager.query(ANSWER, [id, accept ? 'accepted' : 'declined']);
      if (accept) await turnAbsences(manager);
      const notice = accept ? 'absence-accepted' : 'absence-declined';
      await tell(manager, actor, { to: row.personId, by: actor.personId, notice });
    });
    return this.one(actor, id);
  }

  /** What has not begun is cancelled; what runs is over. Whoever is away ends it, whoever looks after the directory, and the stand-in who can no longer. */
  async end(actor: Actor, id: string): Promise<AbsenceView> {
    const mayEnd = ({ personId, standInId }: AbsenceRow): boolean =>
      [personId, standInId].includes(actor.personId) || actor.rights.includes(KEEPS_DIRECTORY);
    await this.database.transaction(async (manager) => {
      const row = await this.locked(manager, actor, id, mayEnd);
      if (!['asked', 'accepted', 'running'].includes(row.state)) throw new Problem('absence-settled');
      await manager.query(row.state === 'running' ? END : CANCEL, [id, row.state === 'running' ? 'over' : 'cancelled']);
      await manager.query(NO_LONGER_AWAY, [id]);
      const to = actor.personId === row.standInId ? row.personId : row.standInId;
      await tell(manager, actor, { to, by: actor.personId === row.standInId ? row.standInId : row.personId, notice: 'absence-ended' });
    });
    return this.one(actor, id);
  }

  /** What a body asks for, and of whom; only whoever looks after the directory asks for somebody else. */
  async asked(actor: Actor, { person, standIn, from, to, reason, processes }: AbsenceBody): Promise<AskedAbsence> {
    const whose = await this.personOf(actor, person);
    return {
      person: whose,
      standIn,
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      reason,
      processes: processes?.length ? processes : null,
    };
  }

  async personOf(actor: Actor, person?: string): Promise<string> {
    if (person === undefined || person === actor.personId) return actor.personId;
    if (!actor.rights.includes(KEEPS_DIRECTORY)) throw new Problem('right-missing', await this.readers.holdersOf(actor, KEEPS_DIRECTORY));
    const rows = await this.database.query<unknown[]>(EXISTS, [actor.companyId, person]);
    if (rows.length === 0) throw new Problem('not-found', { what: 'person' });
    return person;
  }

  private async locked(manager: EntityManager, actor: Actor, id: string, may: (row: AbsenceRow) => boolean): Promise<AbsenceRow> {
    const row = await lockedAbsence(manager, actor.companyId, id);
    if (!row || !may(row)) throw new Problem('not-found', { what: 'absence' });
    return row;
  }

  private async one(actor: Actor, id: string): Promise<AbsenceView> {
    const row = await this.database.transaction((manager) => lockedAbsence(manager, actor.companyId, id));
    const [view] = await this.views(actor, row ? [row] : []);
    if (!view) throw new Problem('not-found', { what: 'absence' });
    return view;
  }

  private async views(actor: Actor, rows: readonly AbsenceRow[]): Promise<AbsenceView[]> {
    const people = await this.refs.byIds(rows.flatMap(({ personId, standInId, enteredBy }) => [personId, standInId, enteredBy]));
    const keys = rows.flatMap(({ processes }) => processes ?? []);
    const titles = await processTitles(this.database.manager, actor.companyId, keys);
    return rows.map(({ id, personId, standInId, from, to, reason, state, processes, enteredBy, answeredAt }) => ({
      id,
      person: this.refs.in(people, personId),
      standIn: this.refs.in(people, standInId),
      from: from.toISOString(),
      to: to.toISOString(),
      reason,
      state,
      processes: (processes ?? []).map((key) => titles.get(key) ?? { zh: key, en: key }),
      enteredBy: enteredBy === personId ? null : this.refs.in(people, enteredBy),
      answeredAt: answeredAt?.toISOString() ?? null,
    }));
  }
}

interface AbsenceNotice {
  to: string;
  by: string;
  notice: Notice;
}

async function tell(manager: EntityManager, { companyId }: Actor, { to, by, notice }: AbsenceNotice): Promise<void> {
  await manager.query(TELL, [uuidv7(), companyId, to, notice, JSON.stringify({ by })]);
}
