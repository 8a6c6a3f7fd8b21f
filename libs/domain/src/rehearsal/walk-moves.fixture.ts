import { fc } from '../../../../test/support/seeded';
import { isHuman } from '../definition/flow';
import type { Step } from '../definition/step.schema';
import { RESUMES, type Resume } from '../definition/steps/step-parts';
import { operationOf } from '../operations/registry';
import type { ParentLink } from '../request/links/child-record';
import type { CommandBody } from '../request/command';
import type { FormValues } from '../request/request-state';
import { decidingSeats, openSeats, recordOf } from '../request/standing';
import { demandsOpen, readersOf, supervisorsOf } from '../request/supervision';
import { OPERATOR, PEOPLE } from './company.fixture';
import type { Play } from './play.fixture';
import { broughtBySeveral, linesOf, senderOfSeveral, stepsOfSeveral, type SeveralAct } from './several-moves.fixture';
import type { Scene } from './walk-scene.fixture';

/** What the dice say of one move, whatever it then is. */
export const move = fc.record({
  pick: fc.nat(999),
  who: fc.nat(999),
  stranger: fc.constantFrom(false, false, false, false, false, true),
  to: fc.nat(999),
  resume: fc.constantFrom(...RESUMES),
  amount: fc.integer({ min: 1, max: 10 }),
  friend: fc.constantFrom(null, null, null, 'dai'),
  board: fc.constantFrom<string[]>(['bo'], ['chen', 'dai'], ['dai', 'chen'], ['eve', 'fay', 'gus']),
  flag: fc.constantFrom(true, false, null),
  note: fc.constantFrom('', '', '', 'New.'),
  rolls: fc.noShrink(fc.array(fc.nat(9_999), { minLength: 3, maxLength: 3 })),
});
export type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

/** One of the steps where the request stands: of those that are stuck where somebody is to be named, of those that ask nobody where that is over. */
function stepOf(act: SeveralAct, { actual, play, several }: Scene, { who }: Move): string {
  const { asked, stuck, waits } = actual;
  const unasked = [...stuck, ...waits];
  const open = asked.map(({ step }) => step);
  const owed = demandsOpen(play.context).map(({ step }) => step);
  const alone: Partial<Record<SeveralAct, string[]>> = {
    ...{ assign: stuck, 'call-again': stuck, 'end-wait': unasked },
    ...(owed.length > 0 && { 'answer-demand': owed }),
    ...claimable(play, open),
  };
  const steps = alone[act] ?? [...(several ? stepsOfSeveral(act, play, open) : open), ...(act === 'jump' ? unasked : stuck)];
  return steps[who % Math.max(steps.length, 1)] ?? play.value;
}

function senderOf(act: SeveralAct, scene: Scene, each: Move): string {
  const { play } = scene;
  const { who, stranger } = each;
  const one = scene.several ? senderOfSeveral(act, play, { step: stepOf(act, scene, each), who }) : null;
  if (one !== null) return one;
  if (act === 'submit') return 'ann';
  if (stranger) return PEOPLE[who % PEOPLE.length] as string;
  if (act === 'undo' || act === 'take-back')
    return play.context.undo.at(-1 - (who % 2))?.person ?? play.context.undo.at(-1)?.person ?? 'ann';
  if (act === 'company' || act === 'review' || act === 'stop' || act === 'outside') return 'ann';
  const { scope } = operationOf(act);
  if (scope === 'operator') return OPERATOR;
  const watching = watchingFor(act, play);
  if (watching.length > 0) return watching[who % watching.length] as string;
  const all = openSeats(recordOf(play.context, stepOf(act, scene, each)));
  if (act === 'recall') return all.find(([, { lentBy }]) => lentBy !== undefined)?.[1].lentBy ?? 'bo';
  if (scope !== 'task') return 'ann';
  const owed = demandsOpen(play.context).map(({ seat }) => seat);
  const apt = all.filter(([name, { lentBy, question, pool }]) => {
    if (act === 'answer-demand') return owed.includes(name);
    return (act === 'advise' ? lentBy : act === 'answer' ? question : act === 'release' ? pool : true) !== undefined;
  });
  const seats = apt.length > 0 ? apt : all;
  return seats[who % Math.max(seats.length, 1)]?.[1].person ?? 'bo';
}

/** Steps that one of several has still to claim, and those that somebody has claimed; as ever where there are none. */
function claimable({ context, process }: Play, open: readonly string[]): { claim?: string[]; release?: string[] } {
  const seatsOn = (id: string) => decidingSeats(recordOf(context, id)).map(([, seat]) => seat);
  const claimed = open.filter((id) => seatsOn(id).some(({ pool }) => pool !== undefined));
  const free = open.filter((id) => 'claim' in (process.steps[id] ?? {}) && !claimed.includes(id) && seatsOn(id).length > 1);
  return { ...(free.length > 0 && { claim: free }), ...(claimed.length > 0 && { release: claimed }) };
}

/** Who may see to it, or has a copy to confirm; nobody where the act is none of theirs. */
function watchingFor(act: SeveralAct, { context }: Play): string[] {
  if (act === 'demand' || act === 'escalate' || act === 'urge') return supervisorsOf(context);
  return act === 'confirm-read' ? readersOf(context).flatMap(({ person, at }) => (at === null ? [person] : [])) : [];
}

/** Any place that the process names; some of them are none where the request stands. */
function targetOf(scene: Scene, each: Move): string {
  const { to } = each;
  const step = scene.play.process.steps[stepOf('return', scene, each)];
  const targets = step && isHuman(step) ? [...step.returns.to, ...step.returns.to.filter((each) => each.startsWith('step-'))] : [];
  return targets[to % Math.max(targets.length, 1)] ?? 'requester';
}

/** What is written where the step writes something, and corrected where it may be, half the time. */
function broughtBy(step: Step | undefined, { flag, amount, note, pick }: Move): { fields?: FormValues } {
  if (step === undefined || !isHuman(step)) return {};
  const { write, edit = [] } = step.fields;
  const written = { ...(write.includes('flag') ? { flag } : {}), ...(write.includes('minutes') ? { minutes: 'Agreed.' } : {}) };
  const edits = { amount: { amount: String(amount), currency: 'CNY' }, note };
  const corrected = pick % 2 === 0 ? Object.entries(edits).filter(([key]) => edit.includes(key)) : [];
  const fields = { ...written, ...Object.fromEntries(corrected) };
  return Object.keys(fields).length > 0 ? { fields } : {};
}

/** A request that has started this one, and waits for it: one of somebody's, or one that benefits them. */
function startedBy(person: string, benefits: boolean): ParentLink {
  const whose = benefits ? { requesters: [], beneficiaries: [person] } : { requesters: [person] };
  return { request: 'above', step: 'child', depth: 1, waits: true, ...whose };
}

/** What somebody sends. */
export function bodyOf(act: Exclude<SeveralAct, 'company' | 'review' | 'stop' | 'outside'>, scene: Scene, each: Move): CommandBody {
  const { play } = scene;
  const at = stepOf(act, scene, each);
  const step = play.process.steps[at];
  const seats = decidingSeats(recordOf(play.context, at));
  const form = {
    amount: { minor: `${each.amount}00`, currency: 'CNY' },
    ...(each.friend ? { friend: each.friend } : {}),
    board: each.board,
    ...(each.note ? { note: each.note } : {}),
    ...(scene.several ? linesOf(each) : {}),
  };
  return play.body(act, senderOf(act, scene, each), {
    step: at,
    comment: 'Because.',
    stance: 'for',
    to: act === 'jump' ? `step-${each.to % play.process.order.length}` : targetOf(scene, each),
    resume: each.resume as Resume,
    ...(act === 'submit' || act === 'resubmit' || act === 'correct' ? { form } : {}),
    ...(act === 'submit' && each.to % 4 === 0
      ? { parent: startedBy(PEOPLE[1 + (each.who % (PEOPLE.length - 1))] as string, each.to % 8 === 0) }
      : {}),
    ...(act === 'approve' ? broughtBy(step, each) : {}),
    ...(Object.hasOwn(operationOf(act).body.shape, 'person') ? { person: PEOPLE[each.to % PEOPLE.length] as string } : {}),
    ...(scene.several ? broughtBySeveral(act, play, { step: at, each }) : {}),
    ...(act === 'reassign' ? { from: seats[each.pick % Math.max(seats.length, 1)]?.[1].person ?? 'bo' } : {}),
  });
}
