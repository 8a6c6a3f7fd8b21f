import { PERSON_OPERATIONS, type PersonCommandType } from '@countersign/domain';

/** Operations on a request as a whole: what they would bring about can be told beforehand. Of the form that one sends, a preview tells. */
export const FORETOLD_OPERATIONS = PERSON_OPERATIONS.filter(({ scope, place }) => scope !== 'task' && place !== 'form');

const TYPES: ReadonlySet<PersonCommandType> = new Set(FORETOLD_OPERATIONS.map(({ type }) => type));
export const isForetold = (type: PersonCommandType): boolean => TYPES.has(type);
