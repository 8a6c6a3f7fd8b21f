import { z } from 'zod';
import { heldElsewhere, heldFieldSchema } from './held';
import { graceEnd } from '../request/time/deadline';
import { refusal } from '../request/refusal';
import { undoableBy } from '../request/standing';
import { defineGuard } from './guard';

/**
 * The actor takes back their own word: within the grace time, before anybody has built on it, before anything of it was sent, and before another
 * request has taken a value that a rejected or withdrawn one gave back.
 */
export const undoable = defineGuard({
  params: z.strictObject({ seconds: z.number(), held: z.array(heldFieldSchema) }),
  refuse({ context, command, facts }, { seconds, held }) {
    const last = undoableBy(context, command.actor);
    if (last === null) return refusal('not-undoable');
    const until = graceEnd(last.at, seconds);
    if (Date.parse(facts.now) > Date.parse(until)) return refusal('undo-too-late', { why: 'time', seconds, until });
    if (facts.effectsTaken) return refusal('undo-too-late', { why: 'sent' });
    return heldElsewhere(held, { before: context, after: { ...context, outcome: null } }, facts);
  },
});
