import { isSettled, itemOf, placesOf } from '../request/items/items';
import { refusal } from '../request/refusal';
import { decidingSeats, recordOf, seatOf } from '../request/standing';
import { defineGuard, stepParams } from './guard';

/** Whoever is given a task of a list has signed nothing that still waits for it: an item that several sign is signed by so many people. */
export const signsNoItemTwice = defineGuard({
  params: stepParams,
  refuse({ context, command }, { step }) {
    if (command.type !== 'transfer' && command.type !== 'reassign') return null;
    const record = recordOf(context, step);
    const given =
      command.type === 'transfer'
        ? seatOf(context, { ...command, step, person: command.actor })?.[0]
        : decidingSeats(record).find(([, { person }]) => command.from === null || person === command.from)?.[0];
    const item = Object.keys(record?.items?.of ?? {}).find((id) => {
      const known = itemOf(record, id);
      const waits = known !== undefined && given !== undefined && !isSettled(known) && placesOf(known, given).length > 0;
      return waits && known.signed?.some(({ person }) => person === command.person) === true;
    });
    return item === undefined ? null : refusal('has-signed-item', { step, item, person: command.person });
  },
});
