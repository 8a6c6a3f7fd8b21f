import { nextText, rehearsalOf, takenFor, walkAhead, type Ahead, type AssumedValues } from '@countersign/domain';
import { inTurns } from '@countersign/platform';
import type { NextView } from '../dto/request.view';
import { sentenceContext } from './derivation.part';
import { decidesOn, handedOnOf } from './standing.part';
import { ownTask, type ViewCase } from '../view/view-case';

const NOWHERE: Ahead = { steps: [], left: null, ends: false };

/** The way from where the request stands, if everybody agrees; nothing where it cannot be told. `assume`: what the reader is about to write. */
export async function outlookOf(
  view: Pick<ViewCase, 'process' | 'known' | 'untold' | 'actor' | 'bundle'>,
  assume: AssumedValues,
): Promise<Ahead> {
  const { process, known, untold } = view;
  const { head, request, directory } = known;
  if (head.diverged || head.n === 0) return NOWHERE;
  try {
    const own = ownTask(view);
    const first = own ? { step: own.step.id, person: view.actor.personId } : undefined;
    const walk = await inTurns(walkAhead(rehearsalOf(process), { request, form: head.form, directory, assume, first }));
    return { steps: walk.steps, left: walk.left ?? null, ends: walk.request.state.context.outcome === 'approved' };
  } catch (error) {
    // A definition that throws is the business of `record`, which will block the request; there is nothing to foresee.
    untold('what follows', error);
    return NOWHERE;
  }
}

/** What happens after the reader's own word: who is next, or that it is settled, how long it can be taken back, and what that takes for granted. */
export function nextOf(view: ViewCase, ahead: Ahead, assume: AssumedValues): NextView | null {
  const own = ownTask(view);
  if (!own || ahead.steps.length === 0 || !decidesOn(handedOnOf(view, own.task))) return null;
  const taken = takenFor(view.process, own.step, { form: view.known.head.form, assume });
  return { text: nextText(ahead, { step: own.step.id, taken }, sentenceContext(view)) };
}
