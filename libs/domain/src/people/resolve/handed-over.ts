import { countPath, rowsPath } from '../../conditions/holds';
import { columnsHanded } from '../../definition/flow';
import type { StartingStep } from '../../definition/step.schema';
import { givenDigest } from '../../form/given-digest';
import type { ChildRecord } from '../../request/links/child-record';
import type { RequestContext } from '../../request/request-state';
import { ownValue } from '../../text/own-value';

/** A request that a step has started, with the place that it was started for. */
export type Child = [string, ChildRecord];

/** What a step hands over now: one place for each request that it starts, with the digest of its row where the state holds any. */
export interface HandedOver {
  given: string;
  /** The same where requests were begun before each had the digest of its row: the whole table. */
  whole: string;
  places: { row?: number; of?: string }[];
}

/** How many requests a step starts: one, or one for each row of its table. Pure. */
export function wantedBy({ each }: StartingStep, { fields }: Pick<RequestContext, 'fields'>): number {
  return each === undefined ? 1 : Number(ownValue(fields, countPath(each)) ?? 0);
}

/** What a step hands over as the request stands. Pure. */
export function handedOver(step: StartingStep, context: Pick<RequestContext, 'fields' | 'material'>): HandedOver {
  const { map, each } = step;
  const given = givenDigest(map, context);
  if (each === undefined) return { given, whole: given, places: [{}] };
  const whole = givenDigest(map, context, each);
  const rows = ownValue(context.fields, rowsPath(each, columnsHanded(step)));
  const digests = Array.isArray(rows) ? rows : [];
  const places = Array.from({ length: wantedBy(step, context) }, (_, row) => ({ row, ...(digests[row] && { of: digests[row] }) }));
  return { given: digests.length > 0 ? given : whole, whole, places };
}

/** By place: the request that was given the same, if one was: whichever row it was started for then, its own place first. Pure. */
export function standingAt(children: readonly Child[], { given, whole, places }: HandedOver): (Child | null)[] {
  const fits = ([, child]: Child, { row, of }: HandedOver['places'][number]): boolean =>
    child.of === undefined ? child.given === whole && child.row === row : child.given === given && child.of === of;
  const free = new Map(children);
  const take = (found: Child | undefined): Child | null => {
    if (found) free.delete(found[0]);
    return found ?? null;
  };
  const own = places.map((place) => take([...free].find((each) => each[1].row === place.row && fits(each, place))));
  return own.map((found, index) => {
    const place = places[index] ?? {};
    const [id, child] = found ?? take([...free].find((each) => fits(each, place))) ?? [];
    if (id === undefined || child === undefined) return null;
    return [id, place.row === undefined ? child : { ...child, row: place.row }];
  });
}
