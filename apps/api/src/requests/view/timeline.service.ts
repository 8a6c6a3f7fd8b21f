import { chainLink, chainStart, idsIn, JournalRepository, OperatorActionRepository, type JournalRow } from '@countersign/database';
import {
  broughtFields,
  forksOf,
  formFromWire,
  withMarksKept,
  type Derivation,
  type ForeseenStep,
  type FormValues,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor';
import { PersonRefsService } from '../../people/person-refs.service';
import type { OutlookView } from '../dto/outlook.view';
import type { AuditView, ExpectedStep, OperatorActionView, TimelineView } from '../dto/timeline.view';
import { sentenceContext } from '../parts/derivation.part';
import { expectedStep } from '../parts/expected.part';
import { nextOf, outlookOf } from '../parts/next.part';
import { ViewCases } from './view-cases.service';
import { auditItem, timelineItems, type CommentRow, type DecidedTask, type Past } from '../parts/timeline.part';
import { ownTask, type ViewCase } from './view-case';

/** The newest; what was said before stands in the discussion. */
const COMMENTS = 'SELECT id, person_id, text, at, token FROM comment WHERE request_id = $1 ORDER BY at DESC, id DESC LIMIT 1000';

const DECIDED = `SELECT step, generation, seat, derivation FROM task WHERE request_id = $1 AND decision IS NOT NULL`;

interface ReadPast extends Past {
  view: ViewCase;
}

/** Past, now and expected next, in one line of people. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly database: DataSource,
    private readonly journal: JournalRepository,
    private readonly cases: ViewCases,
    private readonly people: PersonRefsService,
    private readonly actions: OperatorActionRepository,
  ) {}

  async timeline(actor: Actor, id: string): Promise<TimelineView> {
    const { view, ...past } = await this.read(actor, id);
    const expected = expectedOf(view, (await outlookOf(view, {})).steps);
    return { items: timelineItems(view, past), expected, forks: forksOf(view.definition.flow, view.state.context) };
  }

  /** Where it would go from the reader's own step by what they are about to write there; in wire form, of which only what that step writes counts. */
  async outlook(actor: Actor, id: string, fields: Record<string, unknown>): Promise<OutlookView> {
    const view = await this.cases.of(actor, id);
    const own = ownTask(view);
    const write = own ? broughtFields(own.step) : [];
    const { values } = formFromWire(view.definition, fields as FormValues, { fields: write });
    const assume = withMarksKept(view.known.head.form, values);
    const ahead = await outlookOf(view, assume);
    await this.cases.nameAlso(view, peopleAhead(view));
    return { next: nextOf(view, ahead, assume), expected: expectedOf(view, ahead.steps) };
  }

  async audit(actor: Actor, id: string): Promise<AuditView> {
    const { view, rows } = await this.read(actor, id);
    const brokenAt = brokenLink(id, rows);
    return { items: rows.map((row) => auditItem(view, row)), operators: await this.operators(id), chainHolds: brokenAt === null, brokenAt };
  }

  private async operators(id: string): Promise<OperatorActionView[]> {
    const actions = await this.actions.list(id);
    const refs = await this.people.byIds(actions.map(({ actorId }) => actorId));
    return actions.map(({ kind, actorId, at, params: { reason } }) => {
      return { kind, by: this.people.in(refs, actorId), at: at.toISOString(), reason: typeof reason === 'string' ? reason : null };
    });
  }

  private async read(actor: Actor, id: string): Promise<ReadPast> {
    const [view, rows, comments, decided] = await Promise.all([
      this.cases.of(actor, id),
      this.journal.whole(id),
      this.database.query<CommentRow[]>(COMMENTS, [id]),
      this.database.query<DecidedTask[]>(DECIDED, [id]),
    ]);
    const acting = rows.flatMap(({ command, derived, events }) => [
      command.actor,
      ...[derived?.token, derived?.savedWith].flatMap((used) => used?.issuedBy ?? []),
      ...(command.type === 'directory.changed' && command.cause.by !== null ? [command.cause.by] : []),
      ...events.flatMap((event) => idsIn(Object.values(event).flat())),
    ]);
    const looked = decided.flatMap(
      ({ derivation }) => derivation?.rules.flatMap((rule) => rule.candidates.map(({ person }) => person)) ?? [],
    );
    const said = comments.flatMap(({ person_id, token }) => [person_id, ...(token ? [token.issuedBy] : [])]);
    await this.cases.nameAlso(view, [...acting, ...peopleAhead(view), ...looked.flatMap((person) => person ?? []), ...said]);
    return { view, rows, comments, decided };
  }
}

/** Everybody who may come to be asked. */
const peopleAhead = ({ known }: ViewCase): string[] => known.directory.positions.flatMap(({ personId }) => personId ?? []);

function expectedOf(view: ViewCase, ahead: readonly ForeseenStep[]): ExpectedStep[] {
  const wording = { context: sentenceContext(view), person: view.person };
  return ahead.map((step) => expectedStep(step.current || step.inTurn === true ? asStands(view, step) : step, wording));
}

/** A step where the request stands, with how its people were found; asked besides is nobody to whom its ladder gave it because it was late. */
function asStands(view: ViewCase, { asked, ...step }: ForeseenStep): ForeseenStep {
  const derivation = standing(view, step);
  const isGiven = asked !== undefined && derivation?.late !== true;
  return isGiven ? { ...step, asked } : { ...step, derivation };
}

/** How the people of a step where the request stands were found. */
function standing({ bundle }: ViewCase, { step, people }: Pick<ForeseenStep, 'step' | 'people'>): Derivation | null {
  const ruled = bundle.tasks.filter((task) => task.step === step && task.derivation !== null && task.derivation.given !== true);
  const found = ruled.find(({ status, personId }) => status === 'open' && people.includes(personId)) ?? ruled.at(-1);
  return found?.derivation ?? bundle.tasks.find((task) => task.step === step && task.status === 'open')?.derivation ?? null;
}

/** The first number whose link of the hash chain does not fit. */
function brokenLink(requestId: string, rows: JournalRow[]): number | null {
  let previous = chainStart(requestId);
  for (const [index, row] of rows.entries()) {
    if (row.n !== index + 1 || row.previousChain !== previous || row.chain !== chainLink(previous, row)) return index + 1;
    previous = row.chain;
  }
  return null;
}
