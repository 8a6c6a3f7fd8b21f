import { refusal } from '../request/refusal';
import { recordOf } from '../request/standing';
import { defineGuard, stepParams } from './guard';

/** The actor has asked somebody to sign the step as well, who has not signed yet. */
export const addedOne = defineGuard({
  params: stepParams,
  refuse({ context, command }, { step }) {
    const record = recordOf(context, step);
    const seats = record?.status === 'open' ? Object.values(record.seats) : [];
    return seats.some(({ addedBy, vote }) => addedBy === command.actor && vote === undefined) ? null : refusal('nothing-added');
  },
});
