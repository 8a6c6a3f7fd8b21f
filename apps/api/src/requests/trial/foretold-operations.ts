import { operationOf, PERSON_OPERATIONS, type PersonCommandType } from '@countersign/domain';

/**
 * What can be told beforehand: of operations on a request as a whole, and of those on a task that offer a choice, what they would bring about. Of the
 * form that one sends, a preview tells; of a plain decision, the view itself.
 */
export const FORETOLD_OPERATIONS = PERSON_OPERATIONS.filter(({ scope, place, offers }) =>
  scope === 'task' ? offers !== undefined : place !== 'form',
);

const TYPES: ReadonlySet<PersonCommandType> = new Set(FORETOLD_OPERATIONS.map(({ type }) => type));
/** Whether it is worth telling: what only starts something beside a request leaves its way as it is. */
export const isForetold = (type: PersonCommandType): boolean => TYPES.has(type) && operationOf(type).offersOf === undefined;
