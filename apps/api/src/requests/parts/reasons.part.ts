import { refusalText, rightNotHeld, rolesToStart, startRefusal, type Refusal } from '@countersign/domain';
import { DOOR_TEXT } from '../../http/problem/door-text';
import type { ReasonView } from '../../http/schema/values.view';
import type { ViewCase } from '../view/view-case';

/** Whoever can only give the right to sort requests out is told so before they press anything. */
export function wantingOf(owners: readonly string[], { personId: id, rights }: ViewCase['actor']): ReasonView | null {
  return owners.includes(id) ? reasonOf(rightNotHeld({ id, rights }, { right: 'requests.operate', owners })) : null;
}

/** Why its requester may not begin the same anew, by the version in use; null where they may, and for everybody else. */
export function notAgainOf({ actor, known, inUse }: ViewCase): ReasonView | null {
  const { head, facts } = known;
  if (head.requesterId !== actor.personId) return null;
  if (inUse === null) return { code: 'definition-retired', params: {}, text: DOOR_TEXT['definition-retired']({}) };
  return reasonOf(startRefusal(rolesToStart(inUse.start), facts.actor));
}

function reasonOf(no: Refusal | null): ReasonView | null {
  return no && { ...no, text: refusalText(no) };
}
