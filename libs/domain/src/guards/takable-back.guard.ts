import { z } from 'zod';
import { heldElsewhere, heldFieldSchema } from './held';
import { refusal } from '../request/refusal';
import { undoableBy } from '../request/standing';
import { isToDecide } from '../request/supervision';
import { defineGuard } from './guard';

/** The actor takes back their own word, however long ago, as long as nobody has built on it and nothing of it was sent. */
export const takableBack = defineGuard({
  params: z.strictObject({ held: z.array(heldFieldSchema) }),
  refuse({ context, command, facts }, { held }) {
    if (undoableBy(context, command.actor) === null || context.outcome !== null)
      return refusal(context.outcome === null && isToDecide(context, command.actor) ? 'decides-first' : 'not-undoable');
    if (facts.effectsTaken) return refusal('undo-too-late', { why: 'sent' });
    return heldElsewhere(held, { before: context, after: { ...context, outcome: null } }, facts);
  },
});
