import { foresee, nextText, rehearsalOf, type ForeseenStep } from '@countersign/domain';
import { inTurns } from '@countersign/platform';
import type { NextView } from '../dto/request.view';
import { sentenceContext } from './derivation.part';
import { ownTask, type ViewCase } from './view-case';

/** The way from where the request stands, if everybody agrees; nothing where it cannot be told. */
export async function outlookOf({ process, known }: Pick<ViewCase, 'process' | 'known'>): Promise<ForeseenStep[]> {
  const { head, request, directory } = known;
  if (head.diverged || head.n === 0) return [];
  try {
    return await inTurns(foresee(rehearsalOf(process), { request, form: head.form, directory, assume: {} }));
  } catch {
    // A definition that throws is the business of `record`, which will block the request; there is nothing to foresee.
    return [];
  }
}

/** What happens after the reader's own word: who is next, or that it is settled, and how long it can be taken back. */
export async function nextOf(view: ViewCase): Promise<NextView | null> {
  if (!ownTask(view)) return null;
  const ahead = await outlookOf(view);
  return ahead.length === 0 ? null : { text: nextText(ahead, sentenceContext(view)) };
}
