import { z } from 'zod';
import { refusal } from '../refusal';
import { defineGuard } from './guard';

/** The actor takes back their own word: the last one on the request, within the grace time. */
export const undoable = defineGuard({
  params: z.strictObject({ seconds: z.number() }),
  refuse({ context, command, facts }, { seconds }) {
    const last = context.undoable;
    if (last === null || last.person !== command.actor) return refusal('not-undoable');
    const until = Date.parse(last.at) + seconds * 1000;
    return Date.parse(facts.now) <= until ? null : refusal('undo-too-late', { seconds, until: new Date(until).toISOString() });
  },
});
