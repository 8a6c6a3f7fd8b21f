import type { CommandBody } from '../request/command';
import type { Asked } from './company-moves.fixture';
import type { Past } from './oracle-past.fixture';
import type { Move } from './walk-moves.fixture';
import type { Scene } from './walk-scene.fixture';

/** A command that was taken, as the oracle hears of it. */
export function pastOf(act: Asked, body: CommandBody, { company: now, play }: Scene, each: Move): Past {
  const head = { by: body.actor, company: now };
  const of = play.events.find((event) => event.type === 'decision.undone')?.of ?? 0;
  const step = body.step ?? '';
  const { amount, friend, note } = each;
  switch (act) {
    case 'submit':
    case 'resubmit':
    case 'correct':
      return { ...head, what: act, amount, friend, note };
    case 'approve':
      return {
        ...head,
        what: act,
        step,
        flag: body.fields && 'flag' in body.fields ? each.flag : undefined,
        amount: body.fields && 'amount' in body.fields ? amount : undefined,
        note: body.fields && 'note' in body.fields ? note : undefined,
      };
    case 'abstain':
    case 'leave-out':
    case 'override':
    case 'reject':
    case 'advise':
    case 'answer':
    case 'recall':
      return { ...head, what: act, step };
    case 'undo':
    case 'take-back':
      return { ...head, what: 'undo', of };
    case 'jump':
      return { ...head, what: act, to: body.to ?? '' };
    case 'return':
      return { ...head, what: act, step, to: body.to ?? '', resume: each.resume };
    case 'assign':
    case 'transfer':
    case 'consult':
    case 'ask':
      return { ...head, what: act, step, person: body.person ?? '' };
    case 'reassign':
      return { ...head, what: act, step, person: body.person ?? '', from: body.from ?? '' };
    case 'call-again':
    case 'end-wait':
      return { ...head, what: act, step };
    case 'claim':
    case 'release':
    case 'timer' as never:
      throw new Error(`Expected no walk to ${act}`);
    case 'resolve-again':
      return { ...head, what: 'look-again' };
    case 'directory.changed':
      return { ...head, what: 'directory' };
    case 'decide-rows':
      throw new Error('Expected no table in a random definition');
    case 'tick':
    case 'untick':
    case 'waive':
      throw new Error(`Expected no checklist in a random definition, but met ${act}`);
    case 'start-child':
    case 'call.ended':
    case 'child.ended':
    case 'parent.ended':
      throw new Error(`Expected nobody to press ${act}`);
    default:
      return { ...head, what: act };
  }
}
