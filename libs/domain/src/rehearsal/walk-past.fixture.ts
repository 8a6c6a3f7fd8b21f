import type { CommandBody } from '../request/command';
import type { ParentLink } from '../request/links/child-record';
import { recordOf } from '../request/standing';
import { demandsOpen } from '../request/supervision';
import type { Asked } from './company-moves.fixture';
import type { Past } from './oracle-past.fixture';
import type { Play } from './play.fixture';
import type { Move } from './walk-moves.fixture';
import type { Scene } from './walk-scene.fixture';

/** Whose own matter a request is because of the one that has started it; null where that is nobody's. */
export const ownAbove = (parent: ParentLink | undefined): string | null => parent?.requesters?.[0] ?? parent?.beneficiaries?.[0] ?? null;

/** What is told by its step and no more, and with whom. */
const ABOUT_STEP = new Set<string>([
  'abstain',
  'leave-out',
  'override',
  'reject',
  'advise',
  'answer',
  'recall',
  'call-again',
  'end-wait',
  'claim',
  'release',
  'answer-demand',
]);
const WITH_PERSON = new Set<string>(['assign', 'transfer', 'consult', 'ask']);
/** What the oracle calls otherwise. */
const OTHERWISE: Record<string, string> = { 'resolve-again': 'look-again' };
/** What nobody does in walks with an oracle. */
const SEVERAL = ['decide-rows', 'tick', 'untick', 'waive', 'start-child'];
const NEVER = new Set<string>([...SEVERAL, 'timer', 'call.ended', 'child.ended', 'parent.ended']);

/** What somebody has written while they agreed. */
function written({ fields = {} }: CommandBody, { flag, amount, note }: Move): object {
  return {
    flag: 'flag' in fields ? flag : undefined,
    amount: 'amount' in fields ? amount : undefined,
    note: 'note' in fields ? note : undefined,
  };
}

/** What is told of it besides who did it and in which company. */
function tidings(act: Asked, body: CommandBody, each: Move): object {
  const { step = '', to = '', person = '', from = '' } = body;
  const { amount, friend, board, note, resume } = each;
  if (NEVER.has(act)) throw new Error(`Expected nobody to ${act}`);
  if (act === 'submit') return { what: act, amount, friend, board, note, above: ownAbove(body.parent) };
  if (act === 'resubmit' || act === 'correct') return { what: act, amount, friend, board, note };
  if (act === 'approve') return { what: act, step, ...written(body, each) };
  if (act === 'return') return { what: act, step, to, resume };
  if (act === 'jump') return { what: act, to };
  if (act === 'reassign') return { what: act, step, person, from };
  if (WITH_PERSON.has(act)) return { what: act, step, person };
  return ABOUT_STEP.has(act) ? { what: act, step } : { what: OTHERWISE[act] ?? act };
}

/** Of whom an answer was demanded just now. */
function askedNow({ context, request }: Play): { of: string[]; with: string[] } {
  const made = demandsOpen(context).filter(({ n }) => n === request.n);
  const places = made.flatMap(({ step, seat: name }) => {
    const { seats = {} } = recordOf(context, step) ?? {};
    const { person, from, lentBy, actingFor, question } = seats[name] ?? {};
    const asker = question === undefined ? '' : (seats[question]?.person ?? '');
    return [person, from, lentBy, actingFor].flatMap((each) => (each === undefined ? [] : [`${step} ${each} ${asker}`]));
  });
  return { of: made.map(({ step, of }) => `${step} ${of}`), with: places };
}

/** A command that was taken, as the oracle hears of it. */
export function pastOf(act: Asked, body: CommandBody, { company: now, play }: Scene, each: Move): Past {
  const head = { by: body.actor, company: now };
  const of = play.events.find((event) => event.type === 'decision.undone')?.of ?? 0;
  if (act === 'demand') return { ...head, what: act, ...askedNow(play) };
  const told = act === 'undo' || act === 'take-back' ? { what: 'undo', of } : tidings(act, body, each);
  return { ...head, ...told } as Past;
}
