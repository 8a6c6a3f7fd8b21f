import { itemRuleOf, timeRuleOf, type Rung } from '../definition/times/time-rule';
import { kindOf } from '../definition/step.schema';
import { ref, stateOf } from '../definition/state-json';
import { rungKey } from '../people/resolve/rung-people';
import type { Deadline } from '../request/time/deadline';
import { refusal } from '../request/refusal';
import type { Seat, StepRecord } from '../request/request-state';
import { LATE, type StepClock } from '../request/steps/step-waits';
import { decidingSeats, openSeats, recordOf } from '../request/standing';
import type { OwnEvent } from '../request/transition';
import type { Bilingual } from '../text/bilingual';
import { ownValue } from '../text/own-value';
import { emptyBody } from './form/asked-form';
import { itemsClimbed } from './items/item-rungs';
import { telling, withStep, type MachineContext } from './parts/machine-context';
import { freeSeat, handedSeat } from './seats/on-seat';
import { humanStepNamed } from './seats/on-task';
import type { EventOf, Operation } from './operation';
import type { Naming } from './words/operation-words';
import { PLAIN } from './parts/plain';
import { unanswered } from './parts/unanswered';

declare module '../request/command' {
  interface CommandShapes {
    /** Which deadline it is. */
    timer: Pick<Deadline, 'step' | 'kind'>;
  }
  interface SystemCommands {
    timer: true;
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    timer: {
      'request.closed': object;
      /** `people`: who is asked; `due`: when their time is over; `items`: those of its items that it is about, absent: the step has none. */
      'step.reminded': { step: string; people: string[]; due: string; items?: string[] };
      'step.overdue': { step: string; people: string[]; due: string; items?: string[] };
      /** `people`: who is told; `last`: nobody else will be, however long it takes. */
      'step.escalated': { step: string; people: string[]; due: string; last: boolean; items?: string[] };
      /** It was late, and others have it since. */
      'step.handed-on': { step: string; from: string[]; to: string[]; due: string };
      'call.late': { step: string };
      /** `people`: who still owes the answer; `to`: who demands it. */
      'demand.unanswered': { people: string[]; to: string[] };
    };
  }
  interface OwnNotices {
    timer: 'task-due-soon' | 'demand-unanswered' | 'task-overdue' | 'task-escalated' | 'task-unheeded' | 'task-handed-on';
  }
  interface OwnClosings {
    timer: 'handed-on-late';
  }
}

const GRACE = { step: null, kind: 'grace' } as const;
const DEMAND = { step: null, kind: 'demand' } as const;

/** What is told when a rung comes. */
function tidings(rung: Rung, told: { step: string; asked: string[]; above: string[]; clock: StepClock }): OwnEvent {
  const { step, asked, above, clock } = told;
  const { due, marks } = clock;
  if (rung.kind === 'remind') return { type: 'step.reminded', step, people: asked, due };
  if (rung.kind === 'due') return { type: 'step.overdue', step, people: asked, due };
  return { type: 'step.escalated', step, people: above, due, last: clock.rung === marks.length - 1 };
}

/** A late step with others in the place of those who were asked; whoever has had their say, and who signs besides, keeps their seat. */
function handedOn(record: StepRecord, people: readonly string[], n: number): StepRecord {
  const late = decidingSeats(record).filter(([, { addedBy }]) => addedBy === undefined);
  const [first] = late;
  if (first === undefined) return record;
  const gone = new Set(late.map(([name]) => name));
  const kept = Object.entries(record.seats).filter(([name, { question }]) => !gone.has(name) && !gone.has(question ?? ''));
  const next = Number(freeSeat(record.seats));
  const taking = people.map((person, index): [string, Seat] => [
    index === 0 ? first[0] : String(next + index - 1),
    handedSeat(first[1], person, n),
  ]);
  return { ...record, seats: Object.fromEntries([...kept, ...taking]) };
}

/** The time of a step has come to its next rung: it is told, or others get it; nothing is decided by it. */
function climbed(machine: MachineContext, { facts, n }: EventOf<'timer'>, step: string, rung: Rung | undefined): MachineContext {
  const record = recordOf(machine.request, step);
  const clock = record?.clock;
  if (record === undefined || clock === undefined || rung === undefined)
    throw new Error(`Expected the time of “${step}” to run, but it does not`);
  const verdict = ownValue(facts.seats, rungKey(step));
  const above = verdict?.kind === 'seats' ? verdict.people : [];
  const asked = openSeats(record).map(([, { person }]) => person);
  const takes = verdict?.kind === 'seats' && verdict.takes === true;
  const seated = takes ? handedOn(record, above, n) : record;
  const climbed = withStep(machine, step, { ...seated, clock: { ...clock, rung: clock.rung + 1 } });
  if (seated !== record) return telling(climbed, { type: 'step.handed-on', step, from: asked, to: above, due: clock.due });
  return telling(climbed, tidings(rung, { step, asked, above, clock }));
}

/** What the step has waited for has come; another system has not called back in time. */
function waited(machine: MachineContext, step: string): MachineContext {
  const record = recordOf(machine.request, step);
  if (record === undefined) throw new Error(`Expected “${step}” to wait, but it does not`);
  const { until: _until, ...known } = record;
  if (record.call !== undefined)
    return telling(withStep(machine, step, { ...known, stuck: true, call: { ...record.call, failed: LATE } }), { type: 'call.late', step });
  return telling(withStep(machine, step, { ...record, status: 'passed' }), { type: 'pause.over', step });
}

/** Names of people, as a list. */
function named(people: readonly string[], nameOf: Naming['person']): Bilingual {
  const names = people.map(nameOf);
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
}

/** What is late or due soon, in words: the step, or those of its items that it is about. */
function namedWork({ step, items }: { step: string; items?: string[] }, naming: Naming): Bilingual {
  const titles = items === undefined ? [naming.step(step)] : items.map((item) => naming.item(step, item));
  return { zh: titles.map(({ zh }) => `「${zh}」`).join('、'), en: titles.map(({ en }) => `“${en}”`).join(', ') };
}

const several = ({ items = [] }: { items?: string[] }): boolean => items.length > 1;

/** A deadline has come: the grace time of a finished request is over, the time of a step comes to its next rung, or what a step waits for has come. */
export const timerOperation: Operation<'timer'> = {
  ...PLAIN,
  type: 'timer',
  events: {
    'request.closed': { text: () => ({ zh: '已办结', en: 'Closed' }), silent: true },
    'step.reminded': {
      text: (event, naming) => {
        const [work, who] = [namedWork(event, naming), named(event.people, naming.person)];
        const are = several(event) ? 'are' : 'is';
        return { zh: `提醒${who.zh}：${work.zh}快到期了`, en: `Reminded ${who.en} that ${work.en} ${are} due soon` };
      },
      tells: ({ step, people, due }) => ({ notice: 'task-due-soon', step, to: people, due }),
    },
    'call.late': {
      text: ({ step }, naming) => {
        const title = naming.step(step);
        return { zh: `「${title.zh}」：外部系统没有在期限内答复`, en: `“${title.en}”: the other system did not answer in time` };
      },
    },
    'demand.unanswered': {
      text: ({ people }, naming) => {
        const who = named(people, naming.person);
        return { zh: `${who.zh}没有在期限内答复督办`, en: `${who.en} did not answer in time what was demanded` };
      },
      tells: ({ to }) => ({ notice: 'demand-unanswered', step: null, to }),
    },
    'step.handed-on': {
      text: ({ step, from, to }, naming) => {
        const [title, was, is] = [naming.step(step), named(from, naming.person), named(to, naming.person)];
        return {
          zh: `「${title.zh}」超时未办，由${was.zh}转给${is.zh}`,
          en: `“${title.en}” was overdue and went from ${was.en} to ${is.en}`,
        };
      },
    },
    'step.overdue': {
      text: (event, naming) => {
        const work = namedWork(event, naming);
        return { zh: `${work.zh}已超时`, en: `${work.en} ${several(event) ? 'are' : 'is'} overdue` };
      },
      tells: ({ step, people, due }) => ({ notice: 'task-overdue', step, to: people, due }),
    },
    'step.escalated': {
      text: (event, naming) => {
        const { people, last } = event;
        const [work, who] = [namedWork(event, naming), named(people, naming.person)];
        return {
          zh: `${work.zh}超时未办，已告知${who.zh}${last ? '；此后不再自动催办' : ''}`,
          en: `${work.en} ${several(event) ? 'are' : 'is'} still overdue; ${who.en} ${people.length === 1 ? 'has' : 'have'} been told${last ? '. Nobody else will be told by itself' : ''}`,
        };
      },
      tells: ({ step, people, due, last }) => ({ notice: last ? 'task-unheeded' : 'task-escalated', step, to: people, due }),
    },
  },
  closes: 'handed-on-late',
  closings: { 'handed-on-late': { zh: '超时未办，已转由他人处理', en: 'It was overdue and was handed to somebody else' } },
  tells: 'task-handed-on',
  notices: {
    'demand-unanswered': ({ request }) => ({
      zh: `您督办的「${request.zh}」：对方没有在期限内答复，您可以上报`,
      en: `“${request.en}”, which you supervise: they did not answer in time. You can report it upward`,
    }),
    'task-handed-on': ({ request }) => ({
      zh: `「${request.zh}」超时未办，已转由他人处理，不再由您处理`,
      en: `“${request.en}” was overdue and was handed to somebody else; it is no longer with you`,
    }),
    'task-due-soon': ({ request, requester, due }) => ({
      zh: `${requester.zh}的「${request.zh}」${due ? `将于 ${due.zh} 到期` : '快到期了'}，请您尽快处理`,
      en: `“${request.en}” from ${requester.en} is due ${due ? due.en : 'soon'}; please see to it`,
    }),
    'task-overdue': ({ request, requester, due }) => ({
      zh: `${requester.zh}的「${request.zh}」已超时${due ? `（期限 ${due.zh}）` : ''}，请您处理`,
      en: `“${request.en}” from ${requester.en} is overdue${due ? ` since ${due.en}` : ''}; please see to it`,
    }),
    'task-escalated': ({ request, requester, step, due }) => ({
      zh: `${requester.zh}的「${request.zh}」在${step ? `「${step.zh}」` : '这一步'}超时未办${due ? `（期限 ${due.zh}）` : ''}，请您过问`,
      en: `“${request.en}” from ${requester.en} is overdue${step ? ` at “${step.en}”` : ''}${due ? ` since ${due.en}` : ''}; please look into it`,
    }),
    'task-unheeded': ({ request, requester, step, due }) => ({
      zh: `${requester.zh}的「${request.zh}」在${step ? `「${step.zh}」` : '这一步'}超时未办${due ? `（期限 ${due.zh}）` : ''}，此后不再自动催办，请您负责跟进`,
      en: `“${request.en}” from ${requester.en} is overdue${step ? ` at “${step.en}”` : ''}${due ? ` since ${due.en}` : ''}. Nobody is reminded by itself any more: it is yours to follow up`,
    }),
  },
  scope: 'system',
  onStep: false,
  body: emptyBody,
  button: { zh: '到期', en: 'A deadline has come' },
  past: { zh: '已到期', en: 'A deadline came' },
  concerns: () => false,
  read: () => GRACE,
  attempt: () => GRACE,
  asksAlong: ({ step, kind }) => ((kind === 'clock' || kind === 'items') && step !== null ? [rungKey(step)] : []),
  at: {
    open: ({ step }) => [
      {
        guard: [ref('has-come', { step: step.id, kind: kindOf(step).list ? 'items' : 'clock' })],
        actions: [ref('timer', { step: step.id })],
      },
    ],
    stuck: ({ step }) => [{ guard: [ref('has-come', { step: step.id, kind: 'pause' })], actions: [ref('timer', { step: step.id })] }],
    walk: () => [{ guard: [ref('has-come', DEMAND)], actions: [ref('timer')] }],
    finished: () => [{ target: stateOf('closed'), guard: [ref('has-come', GRACE)], actions: [ref('timer')] }],
  },
  act(machine, event, { step }, process) {
    if (event.command.kind === 'grace')
      return telling({ ...machine, request: { ...machine.request, closesAt: null, undo: [] } }, { type: 'request.closed' });
    if (event.command.kind === 'demand') return unanswered(machine, event.facts.now);
    if (event.command.kind === 'pause') return waited(machine, step);
    if (event.command.kind === 'items')
      return itemsClimbed(machine, event, step, itemRuleOf(process.definition, humanStepNamed(process, step)).rungs);
    const rule = timeRuleOf(process.definition, humanStepNamed(process, step));
    return climbed(machine, event, step, rule?.rungs[recordOf(machine.request, step)?.clock?.rung ?? -1]);
  },
  untaken: (context) => refusal('invalid-state', { state: context.outcome ?? 'walk' }),
};
