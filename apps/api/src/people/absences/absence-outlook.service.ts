import { askBy, DirectoryReviewRepository, FactsRepository, NO_LOOKUPS, clock, type AffectedRequest } from '@countersign/database';
import {
  compareAuthority,
  fromMinor,
  mayComeTo,
  stepTitle,
  toMinor,
  whoSigns,
  type AuthorityRow,
  type Bilingual,
  type Definition,
  type Directory,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor';
import { RequestLines } from '../../auth/request-lines.service';
import type { MoneyView, PersonRef } from '../../http/schema/values.view';
import type { PersonNameView } from '../dto/people.view';
import { Problem, type FieldError } from '../../http/problem/problem';
import { TakingTurns } from '../../http/taking-turns';
import { rolledBack } from '../import/rolled-back';
import { PersonRefsService } from '../person-refs.service';
import { checkAbsence } from './absence-check';
import { authorityTitles, insertAbsence, type AskedAbsence } from './absence-rows';
import type { AbsenceBody, AbsenceCaseBody, AbsenceCaseView, AbsenceOutlookView, AbsenceTaskView, AuthorityRowView } from './absence.view';
import { AbsencesService } from './absences.service';

/** How long open requests are looked through: its caller waits. */
const LOOK_MS = 10_000;
/** Outlooks of different people that are worked out at the same time. */
const AT_ONCE = 2;
const COUNTED = 10_000;
const NAMED = 100;
const NOW_AWAY = `INSERT INTO away (absence_id, company_id, person_id, stand_in_id, processes, until) SELECT id, company_id, person_id, stand_in_id, processes, to_at FROM absence WHERE id = $1`;
const OPEN_TASKS = `
  SELECT t.request_id AS request, r.number, t.step, t.due_at AS due, d.body AS definition
  FROM task t JOIN request r ON r.id = t.request_id JOIN definition d ON d.id = r.definition_id
  WHERE t.person_id = $1 AND t.status = 'open' ORDER BY t.due_at NULLS LAST, t.opened_at, t.id LIMIT ${COUNTED}`;
const LOAD = `SELECT count(*)::int AS count FROM task WHERE person_id = $1 AND status = 'open'`;
const MATTERS = `
  SELECT DISTINCT matter FROM authority_grant g WHERE company_id = $1 AND state = 'granted'
    AND (person_id = $2 OR role IN (SELECT role FROM position WHERE person_id = $2)) ORDER BY matter`;

interface OpenTask {
  request: string;
  number: string | null;
  step: string;
  due: Date | null;
  definition: Definition;
}

/** One open task, and ids of those who get it. */
type TaskWhile = Omit<AbsenceTaskView, 'to'> & { to: string[] };

/** What an absence would do, told before anybody presses anything: where each open task goes, and who signs what. */
@Injectable()
export class AbsenceOutlookService {
  private readonly turns = new TakingTurns(AT_ONCE);

  constructor(
    private readonly database: DataSource,
    private readonly review: DirectoryReviewRepository,
    private readonly facts: FactsRepository,
    private readonly absences: AbsencesService,
    private readonly refs: PersonRefsService,
    private readonly lines: RequestLines,
  ) {}

  async outlook(actor: Actor, body: AbsenceBody): Promise<AbsenceOutlookView> {
    const asked = await this.absences.asked(actor, body);
    // It writes before it takes back: until then the directory of the company waits for it.
    const tasks = await this.turns.take(actor.personId, () =>
      rolledBack(this.database, async (manager) => {
        await checkAbsence(manager, actor.companyId, asked, actor.personId);
        return this.tasksWhile(manager, actor, asked);
      }),
    );
    const [load] = await this.database.query<{ count: number }[]>(LOAD, [asked.standIn]);
    const people = await this.refs.byIds(tasks.flatMap(({ to }) => to));
    const named = (id: string): PersonNameView => ({ id, name: this.refs.in(people, id).name });
    const moving = tasks.filter(({ to }) => to.length > 0).length;
    return {
      tasks: tasks.slice(0, NAMED).map((task) => ({ ...task, to: task.to.map(named) })),
      moving,
      waiting: tasks.length - moving,
      limits: await this.limits(actor, asked),
      load: load?.count ?? 0,
    };
  }

  /** Who would sign a case of that kind and amount. */
  async whoSigns(
    actor: Actor,
    { person, standIn, matter, kind, plan, amount, currency = 'CNY' }: AbsenceCaseBody,
  ): Promise<AbsenceCaseView> {
    const whose = await this.absences.personOf(actor, person);
    const directory = await this.around(actor, [whose, standIn], [matter]);
    const minor = amount ? toMinor(amount, currency) : null;
    if (typeof minor === 'string') throw new Problem('absence-invalid', {}, [amountError(minor)]);
    const money = minor === null ? null : { minor: minor.toString(), currency };
    const found = whoSigns(directory, { person: whose, standIn }, { kind, matter, plan, amount: money, unitId: null });
    return { person: found.person === null ? null : await this.refs.one(found.person), beyond: found.beyond };
  }

  private async limits(actor: Actor, { person, standIn }: AskedAbsence): Promise<AuthorityRowView[]> {
    const matters = await this.database.query<{ matter: string }[]>(MATTERS, [actor.companyId, person]);
    const names = matters.map(({ matter }) => matter);
    const directory = await this.around(actor, [person, standIn], names);
    const rows = compareAuthority(directory, { person, standIn });
    const titles = await authorityTitles(this.database.manager, actor.companyId, names, (step) => mayComeTo(step, person, directory));
    const people = await this.refs.byIds(rows.map(({ above }) => above));
    // What no process in use asks for, nobody can sign; what is told in the same words is one line.
    const told = rows.flatMap((row) => {
      const title = titles.get(`${row.matter} ${row.kind}`);
      return title ? [rowView(row, title, (id) => this.refs.in(people, id))] : [];
    });
    const words = ({ matter: _, kind: __, ...shown }: AuthorityRowView): string => JSON.stringify(shown);
    return [...new Map(told.map((row) => [words(row), row])).values()];
  }

  private around({ companyId }: Actor, people: string[], matters: string[]): Promise<Directory> {
    return this.facts.directoryFor({ query: { ...NO_LOOKUPS, superiors: true, matters } }, { companyId, people });
  }

  /** The open tasks of whoever is away, each with where it goes: the same writes, taken back before anybody sees them. */
  private async tasksWhile(manager: EntityManager, actor: Actor, asked: AskedAbsence): Promise<TaskWhile[]> {
    const id = uuidv7();
    await insertAbsence(manager, { id, companyId: actor.companyId, enteredBy: actor.personId, state: 'running' }, asked);
    await manager.query(NOW_AWAY, [id]);
    const ask = askBy(manager);
    const affected = await this.review.foreseeTasksOf(
      ask,
      { companyId: actor.companyId, personId: asked.person },
      { most: COUNTED, untilMs: clock.ms() + LOOK_MS },
    );
    const open = await manager.query<OpenTask[]>(OPEN_TASKS, [asked.person]);
    const moved = movedSteps(affected);
    const called = open.slice(0, NAMED).map(({ request }) => request);
    const lines = await this.lines.of(actor, called, ask);
    return open.map(({ request, number, step, due, definition }) => ({
      request,
      number,
      title: lines.get(request) ?? null,
      step: stepTitle({ definition }, step),
      due: due?.toISOString() ?? null,
      to: moved.get(`${request} ${step}`) ?? [],
    }));
  }
}

/** By request and step: who is asked there, and was not before. */
function movedSteps(affected: readonly AffectedRequest[]): Map<string, string[]> {
  return new Map(
    affected.flatMap(({ head, steps }) =>
      steps.map(({ step, before, after }) => [`${head.id} ${step}`, after.filter((person) => !before.includes(person))] as const),
    ),
  );
}

function rowView(row: AuthorityRow, title: Bilingual, ref: (id: string) => PersonRef): AuthorityRowView {
  const { matter, kind, plan, own, theirs, elsewhere, above } = row;
  return {
    matter,
    kind,
    title,
    plan,
    own: amountOf(own),
    ownUnlimited: own === 'no-limit',
    granted: theirs !== undefined,
    elsewhere,
    theirs: amountOf(theirs),
    theirsUnlimited: theirs === 'no-limit',
    above: above === null ? null : ref(above),
  };
}

function amountError(code: string): FieldError {
  return {
    field: 'amount',
    code,
    params: {},
    message: { zh: '须为该币种的金额，例如 6480.00', en: 'must be an amount of that currency, such as 6480.00' },
  };
}

function amountOf(limit: AuthorityRow['theirs']): MoneyView | null {
  if (limit === undefined || limit === null || limit === 'no-limit') return null;
  return { amount: fromMinor(BigInt(limit.minor), limit.currency), currency: limit.currency };
}
