import type { Definition } from '../../definition/definition.schema';
import type { ParentLink } from '../../request/links/child-record';
import type { FormValues } from '../../request/request-state';
import { ownValue } from '../../text/own-value';

/** A request that another one starts, with the entrance of its process by which it is handed over: whoever changes that is asked for its role. Pure. */
export function enteredBy(parent: ParentLink, { entrances }: Pick<Definition, 'entrances'>, form: FormValues): ParentLink {
  const value = entrances === undefined ? undefined : ownValue(form, entrances.field);
  return typeof value === 'string' ? { ...parent, entered: value } : parent;
}
