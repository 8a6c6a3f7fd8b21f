import type { RequestContext } from '../request-state';

type Asked = Pick<RequestContext, 'requester' | 'parent'>;

/** Requesters of the requests above one that was started by another: theirs lean on it. Pure. */
export function requestersAbove({ parent }: Pick<RequestContext, 'parent'>): readonly string[] {
  return parent?.requesters ?? [];
}

/** Who benefits from the requests above one that was started by another. Pure. */
export function beneficiariesAbove({ parent }: Pick<RequestContext, 'parent'>): readonly string[] {
  return parent?.beneficiaries ?? [];
}

/** Whether somebody asks for a request, or for one above that leans on it. Pure. */
export function isOwnRequest(person: string | null, { requester, parent }: Asked): boolean {
  return person !== null && (person === requester?.id || requestersAbove({ parent }).includes(person));
}

/** Whether a request gives authority to one of the roles that somebody holds. Pure. */
export function concernsRole({ concerns = [] }: Pick<RequestContext, 'concerns'>, roles: readonly string[]): boolean {
  return concerns.some((role) => roles.includes(role));
}

/** Whether a request is somebody's own matter: they ask for it, or for one above that leans on it, or benefit from either. Pure. */
export function isOwnMatter(person: string | null, context: Asked & Pick<RequestContext, 'beneficiary'>): boolean {
  if (person === null) return false;
  return isOwnRequest(person, context) || person === context.beneficiary || beneficiariesAbove(context).includes(person);
}
