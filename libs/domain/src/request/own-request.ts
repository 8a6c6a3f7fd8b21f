import type { RequestContext } from './request-state';

type Asked = Pick<RequestContext, 'requester' | 'parent'>;

/** Requesters of the requests above one that was started by another: theirs lean on it. Pure. */
export function requestersAbove({ parent }: Pick<RequestContext, 'parent'>): readonly string[] {
  return parent?.requesters ?? [];
}

/** Whether somebody asks for a request, or for one above that leans on it. Pure. */
export function isOwnRequest(person: string | null, { requester, parent }: Asked): boolean {
  return person !== null && (person === requester?.id || requestersAbove({ parent }).includes(person));
}

/** Whether a request is somebody's own matter: they ask for it, or for one above that leans on it, or benefit from it. Pure. */
export function isOwnMatter(person: string | null, context: Asked & Pick<RequestContext, 'beneficiary'>): boolean {
  return person !== null && (isOwnRequest(person, context) || person === context.beneficiary);
}
