import { foresee, nextText, rehearsalOf, takenFor, type AssumedValues, type ForeseenStep } from '@countersign/domain';
import { inTurns } from '@countersign/platform';
import type { NextView } from '../dto/request.view';
import { sentenceContext } from './derivation.part';
import { decidesOn, handedOnOf } from './standing.part';
import { ownTask, type ViewCase } from './view-case';

/** The way from where the request stands, if everybody agrees; nothing where it cannot be told. `assume`: what the reader is about to write. */
export async function outlookOf(
  view: Pick<ViewCase, 'process' | 'known' | 'untold' | 'actor' | 'bundle'>,
  assume: AssumedValues,
): Promise<ForeseenStep[]> {
  const { process, known, untold } = view;
  const { head, request, directory } = known;
  if (head.diverged || head.n === 0) return [];
  try {
    return await inTurns(foresee(rehearsalOf(process), { request, form: head.form, directory, assume, first: ownTask(view)?.step.id }));
  } catch (error) {
    // A definition that throws is the business of `record`, which will block the request; there is nothing to foresee.
    untold('what follows', error);
    return [];
  }
}

/** What happens after the reader's own word: who is next, or that it is settled, how long it can be taken back, and what that takes for granted. */
export function nextOf(view: ViewCase, ahead: readonly ForeseenStep[], assume: AssumedValues): NextView | null {
  const own = ownTask(view);
  if (!own || ahead.length === 0 || !decidesOn(handedOnOf(view, own.task))) return null;
  const taken = takenFor(view.process, own.step, { form: view.known.head.form, assume });
  return { text: nextText(ahead, { step: own.step.id, taken }, sentenceContext(view)) };
}
