import { registerDecorator, type ValidationOptions } from 'class-validator';

/** Fields that a form may have, with room for what it does not know: each of those is named in the answer. */
const MOST_FIELDS = 200;
/** Steps whose people may be picked. */
const MOST_CHOICES = 100;
const LONGEST_KEY = 80;
const STEP = /^[a-z][a-z0-9-]{0,79}$/;
/** An id, or blank for nobody. */
const PERSON = /^([0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12})?$/i;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

const check = (name: string, validate: (value: unknown) => boolean, options: ValidationOptions): PropertyDecorator => {
  return (target, propertyName) =>
    registerDecorator({ name, target: target.constructor, propertyName: String(propertyName), options, validator: { validate } });
};

/** A form in wire form: an object of so many keys at most. What the keys hold is for the definition to say. */
export const IsFormMap = (): PropertyDecorator =>
  check('formMap', (value) => isObject(value) && Object.keys(value).length <= MOST_FIELDS && Object.keys(value).every(isKey), {
    message: `at most ${MOST_FIELDS}`,
  });

/** Picks: step id → person id. */
export const IsChoiceMap = (): PropertyDecorator => check('choiceMap', isChoiceMap, { message: `at most ${MOST_CHOICES}` });

const isKey = (key: string): boolean => key.length <= LONGEST_KEY;

function isChoiceMap(value: unknown): boolean {
  if (!isObject(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= MOST_CHOICES &&
    entries.every(([step, person]) => STEP.test(step) && typeof person === 'string' && PERSON.test(person.trim()))
  );
}
