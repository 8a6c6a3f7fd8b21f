import type { JournalRow } from '@countersign/database';
import {
  askedText,
  auditTexts,
  eventText,
  inVainText,
  isMoney,
  operationOf,
  ownValue,
  passedText,
  reasonText,
  reseatedSteps,
  reseatedText,
  SILENT_EVENTS,
  skipReason,
  SYSTEM_ACTOR,
  type Derivation,
  type SentenceContext,
  type TransitionEvent,
  type UsedToken,
} from '@countersign/domain';
import { usedTokenView, type BilingualView, type MoneyView } from '../../http/schema/values.view';
import type { AuditItem, TimelineItem } from '../dto/timeline.view';
import { wireMoney } from '../wire-money';
import { changesMade } from './changes-made.part';
import { askedOn, hiddenAmount, sentenceContext } from './derivation.part';
import { newsOf, passedOverViews } from './expected.part';
import type { ViewCase } from '../view/view-case';

/** A remark among what happened. */
export interface CommentRow {
  id: string;
  person_id: string;
  text: string;
  at: Date;
  token: UsedToken | null;
}

/** How a decided task came to its person. */
export interface DecidedTask {
  step: string;
  generation: number;
  seat: number;
  derivation: Derivation | null;
}

/** What the items of a timeline are made of besides the request. */
export interface Past {
  rows: JournalRow[];
  comments: CommentRow[];
  decided: DecidedTask[];
}

/** Events that say nothing to people beside the ones that brought them about. */
const SILENT: ReadonlySet<TransitionEvent['type']> = new Set(['task.opened', 'task.closed', 'step.passed', ...SILENT_EVENTS]);
/** Of items that are no decision. */
const NOTHING_SAID = {
  token: null,
  passedOver: [],
  amount: null,
  stance: null,
  answer: null,
  undoes: null,
  merged: false,
  skipped: null,
  why: null,
  changes: [],
};
const COMMENTED = { zh: '留言', en: 'Commented' };

/** What happened so far, oldest first, with what was said beside it. */
export function timelineItems(view: ViewCase, { rows, comments, decided }: Past): TimelineItem[] {
  const context = sentenceContext(view);
  let round = 0;
  const happened = rows.flatMap((row) => {
    round = row.events.reduce((now, event) => (event.type === 'request.submitted' ? event.round : now), round);
    const around = { view, context, round, decided };
    return [...reseatedItems(row, around), ...toldEvents(row).map((event, place) => eventItem(event, { row, own: place === 0 }, around))];
  });
  const said = comments.map((comment) => commentItem(view, comment)).reverse();
  return [...happened, ...said].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** What is told of a transition: first what its actor did, then what came of it. Whoever was named was found by no search. */
function toldEvents({ events }: JournalRow): TransitionEvent[] {
  const named = new Set(events.flatMap((event) => (event.type === 'step.assigned' ? [event.step] : [])));
  return events.filter((event) => !SILENT.has(event.type) && !(event.type === 'request.unblocked' && named.has(event.step)));
}

/** A change of the directory is told by what it did to each step. */
function reseatedItems(row: JournalRow, { view, context, round }: TimelineScope): TimelineItem[] {
  const { command, n, at } = row;
  if (command.type !== 'directory.changed') return [];
  return reseatedSteps(row.events).map((reseated) => ({
    ...NOTHING_SAID,
    n,
    at: at.toISOString(),
    person: command.cause.by === null ? null : view.person(command.cause.by),
    action: command.type,
    text: reseatedText(reseated, command.cause, context),
    step: ownValue(view.process.steps, reseated.step)?.title ?? null,
    stepId: reseated.step,
    kind: ownValue(view.process.steps, reseated.step)?.kind ?? null,
    comment: null,
    round,
  }));
}

interface TimelineScope {
  view: ViewCase;
  context: SentenceContext;
  round: number;
  decided: DecidedTask[];
}

/** One thing that a transition tells of; `own` is what its actor did, and said. */
interface PastEvent {
  row: JournalRow;
  own: boolean;
}

function eventItem(event: TransitionEvent, { row, own }: PastEvent, { view, context, round, decided }: TimelineScope): TimelineItem {
  const step = 'step' in event ? event.step : null;
  const person = personOf(event, { row, own });
  return {
    n: row.n,
    at: row.at.toISOString(),
    person: person === null ? null : view.person(person),
    action: event.type === 'task.decided' ? `task.${event.decision}` : event.type,
    text: together(event, row, confirmed(event, row) ?? inVain(event, row, context) ?? eventText(event, context)),
    step: step === null ? null : (ownValue(view.process.steps, step)?.title ?? null),
    stepId: step,
    kind: step === null ? null : (ownValue(view.process.steps, step)?.kind ?? null),
    passedOver: event.type === 'task.decided' ? passedOverViews(derivationOf(event, decided), { context, person: view.person }) : [],
    comment: own ? row.comment : null,
    // Most people begin with a link that somebody made for them: that is for those who check.
    token: own && !row.derived?.token?.link ? tokenView(view, row.derived?.token ?? null) : null,
    amount: event.type === 'request.submitted' ? amountOf(view, row) : null,
    stance: event.type === 'task.decided' ? event.stance : null,
    answer: event.type === 'task.decided' ? event.answer : null,
    undoes: event.type === 'decision.undone' ? event.of : null,
    merged: event.type === 'step.merged',
    skipped: event.type === 'step.skipped' ? event.reason : null,
    changes: changesMade(event, row, view),
    why: whyNobody(event, context) ?? whyThem(event, { view, context, decided }),
    round,
  };
}

/** What was carried out before is no second time said to have been done. */
function confirmed(event: TransitionEvent, { command }: JournalRow): BilingualView | null {
  const again = event.type === 'task.decided' && 'again' in command && command.again === true;
  return again ? (operationOf(command.type).confirms?.past ?? null) : null;
}

/** A search by hand that found nobody. */
function inVain(event: TransitionEvent, { command }: JournalRow, context: SentenceContext): BilingualView | null {
  return event.type === 'request.blocked' && command.type === 'resolve-again' ? inVainText(event.step, context) : null;
}

/** Whoever passed it with others in one press had less of a look at it: that stays told. */
function together(event: TransitionEvent, { command }: JournalRow, { zh, en }: BilingualView): BilingualView {
  const bulk = event.type === 'task.decided' && 'bulk' in command && command.bulk !== undefined;
  return bulk ? { zh: `${zh}（批量）`, en: `${en} (one of several)` } : { zh, en };
}

/** Why a step passed without anybody being asked. */
function whyNobody(event: TransitionEvent, context: SentenceContext): BilingualView | null {
  if (event.type === 'step.merged') return passedText(event.step, context);
  if (event.type !== 'step.skipped') return null;
  if (event.reason === 'waived') return { zh: '管理员跳过', en: 'Passed over by an administrator' };
  return event.reason === 'nobody' ? { zh: '没有可以处理的人', en: 'Nobody can act on it' } : skipReason(event.step, context);
}

/** By what somebody decided: the limit that covered it, the post, the rule. Nothing where it would tell an amount that this reader may not see. */
function whyThem(
  event: TransitionEvent,
  { view, context, decided }: Pick<TimelineScope, 'view' | 'context' | 'decided'>,
): BilingualView | null {
  if (event.type !== 'task.decided' || event.answer !== 'yes') return null;
  const derivation = derivationOf(event, decided);
  const asked = askedOn(view, { ...event, derivation });
  if (asked) return askedText(asked, context);
  return derivation && !hiddenAmount(view)
    ? newsOf(reasonText(derivation, { ...context, saysForWhom: true }, event.person), derivation, {
        people: [view.person(event.person)],
        context,
        person: event.person,
      })
    : null;
}

function derivationOf(event: Extract<TransitionEvent, { type: 'task.decided' }>, decided: DecidedTask[]): Derivation | null {
  const task = decided.find(({ step, generation, seat }) => step === event.step && generation === event.generation && seat === event.seat);
  return task?.derivation ?? null;
}

/** Who did it; of what followed by itself, whom it happened to. */
function personOf(event: TransitionEvent, { row: { command }, own }: PastEvent): string | null {
  if (own && command.actor !== SYSTEM_ACTOR) return command.actor;
  return 'person' in event ? event.person : null;
}

function amountOf({ definition, hidden }: ViewCase, { command }: JournalRow): MoneyView | null {
  const { amount } = definition;
  const value = amount === undefined || hidden.has(amount) ? null : 'fields' in command ? ownValue(command.fields, amount) : null;
  return isMoney(value) ? wireMoney(value.minor, value.currency) : null;
}

function commentItem(view: ViewCase, { person_id, text, at, token }: CommentRow): TimelineItem {
  return {
    ...NOTHING_SAID,
    n: null,
    step: null,
    stepId: null,
    kind: null,
    at: at.toISOString(),
    person: view.person(person_id),
    action: 'comment.added',
    text: COMMENTED,
    comment: text,
    token: token?.link ? null : tokenView(view, token),
    round: 0,
  };
}

function tokenView(view: ViewCase, token: UsedToken | null): TimelineItem['token'] {
  return token && usedTokenView(token, view.person(token.issuedBy));
}

/** One transition as the auditor sees it. */
export function auditItem(view: ViewCase, row: JournalRow): AuditItem {
  const context = sentenceContext(view);
  const { n, at, command, events, derived, hash, chain } = row;
  return {
    n,
    at: at.toISOString(),
    type: command.type,
    actor: command.actor === 'system' ? null : view.person(command.actor),
    token: tokenView(view, derived?.token ?? null),
    savedWith: tokenView(view, derived?.savedWith ?? null),
    events: auditTexts(events, context),
    hash,
    chain,
  };
}
