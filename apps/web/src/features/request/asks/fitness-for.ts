import { call } from '../../../shared/api/client';
import type { components } from '../../../shared/api/schema';
import type { AllowedCommand, RequestView } from '../../../shared/api/wire';
import type { Fitness } from '../../../shared/form';

type NameablePeople = components['schemas']['NameablePeople'];

const UNTOLD: Pick<NameablePeople, 'items'> = { items: [] };

/** Who may be named by a button of a request, as the request stands now. */
export function fitnessFor({ id, n }: RequestView, { command, asks, step }: AllowedCommand, from: string | null): Fitness {
  const about = { command, ...(step === null ? {} : { step }), ...(from !== null && asks.includes('from') ? { from } : {}) };
  return {
    key: `${id} ${n} ${JSON.stringify(about)}`,
    async notes(people) {
      if (people.length === 0) return new Map();
      // Where it cannot be told, nobody is off: the press itself says no.
      const { items } = await call<NameablePeople>('POST', `/requests/${id}/nameable`, { body: { ...about, people } }).catch(() => UNTOLD);
      return new Map(
        items.map(({ person, reason, awayUntil }) => [
          person,
          { ...(reason && { off: reason.text }), ...(awayUntil !== null && { awayUntil }) },
        ]),
      );
    },
  };
}
