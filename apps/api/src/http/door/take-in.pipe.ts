import { ownValue } from '@countersign/domain';
import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, isUUID, validate } from 'class-validator';
import { Problem, type FieldError } from '../problem/problem';
import { BODY_LIMITS, ERRORS_TOLD, PARAMETER_LIMIT } from './limits';
import { cleanName, firstUnfit, isStorable } from './unfit';
import { fieldErrors, UNKNOWN_FIELD } from './field-errors';

/** What a parameter of a path looks like, by its name; others are short text. */
const PARAMETERS: Record<string, (value: string) => boolean> = {
  id: (value) => isUUID(value),
  version: (value) => /^[1-9]\d{0,8}$/.test(value),
};

const NO_OBJECT: FieldError = {
  field: '',
  code: 'not-an-object',
  params: {},
  message: { zh: '应为对象', en: 'must be an object' },
};

interface Nested {
  type: Type;
  list: boolean;
}

interface Shape {
  /** Every member that the class checks. */
  known: ReadonlySet<string>;
  /** Members that may be left out: null is no value of theirs either. */
  optional: ReadonlySet<string>;
  /** Members that are of a class themselves, or lists of it. */
  nested: ReadonlyMap<string, Nested>;
  /** Members that are ids. */
  ids: readonly string[];
}
const shapes = new Map<Type, Shape>();

/**
 * Everything that enters a handler: parameters of the path, the query, the body. Text that cannot be stored, values beyond the bounds and members that
 * are not known are refused before anything looks at the rest, so that no refusal costs more than reading did. JSON was looked through when it was read.
 */
@Injectable()
export class TakeInPipe implements PipeTransform {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'custom') return value;
    if (type === 'param') return checkParameter(value, data);
    if (type === 'query') refuseUnfitQuery(value);
    return metatype && isClass(metatype) ? checked(value ?? {}, metatype, type) : value;
  }
}

function checkParameter(value: unknown, name: string | undefined): unknown {
  const text = typeof value === 'string' ? value : '';
  const fits =
    (name === undefined ? undefined : ownValue(PARAMETERS, name)) ?? ((each) => each.length <= PARAMETER_LIMIT && isStorable(each));
  if (!fits(text)) throw new Problem('invalid-parameter', { name: name ?? 'path' });
  return value;
}

function refuseUnfitQuery(value: unknown): void {
  const unfit = firstUnfit(value, BODY_LIMITS.plain);
  if (unfit) throw new Problem('invalid-parameter', { name: unfit.place });
}

const isClass = (metatype: Type): boolean => ![String, Boolean, Number, Array, Object].includes(metatype as never);

async function checked(value: unknown, metatype: Type, type: 'body' | 'query'): Promise<object> {
  if (!isPlain(value)) throw new Problem('invalid-body', {}, [NO_OBJECT]);
  const misfits = misfitsIn(value, metatype, []);
  if (misfits.length > 0) throw new Problem('invalid-body', {}, misfits.slice(0, ERRORS_TOLD));
  const instance = type === 'query' ? (plainToInstance(metatype, value) as object) : instanceOf(metatype, value);
  const errors = await validate(instance, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length === 0) return withPlainIds(instance as Record<string, unknown>, metatype);
  throw new Problem('invalid-body', {}, errors.flatMap((error) => fieldErrors(error, '')).slice(0, ERRORS_TOLD));
}

/**
 * Members that no class checks, and what is no object where one of a class is wanted (its check takes a list for one), also within what is of a class
 * itself: they are found before any of them, `constructor` say, is put into an instance.
 */
function misfitsIn(members: Record<string, unknown>, metatype: Type, above: readonly string[]): FieldError[] {
  const { known, nested } = shapeOf(metatype);
  return Object.entries(members).flatMap(([name, value]) => {
    const place = [...above, name];
    if (!known.has(name)) return [strangerError(place)];
    const inner = nested.get(name);
    if (inner === undefined || value === null) return [];
    const member = (each: unknown, at: readonly string[]): FieldError[] =>
      isPlain(each) ? misfitsIn(each, inner.type, at) : [{ ...NO_OBJECT, field: at.map(cleanName).join('.') }];
    if (!inner.list) return member(value, place);
    return Array.isArray(value) ? value.flatMap((each, at) => member(each, [...place, String(at)])) : [];
  });
}

/** Ids as PostgreSQL writes them, also within what is of a class itself. */
function withPlainIds(instance: Record<string, unknown>, metatype: Type): object {
  const { ids, nested } = shapeOf(metatype);
  const plain = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);
  for (const name of ids) {
    const value = ownValue(instance, name);
    if (value !== undefined) instance[name] = Array.isArray(value) ? value.map(plain) : plain(value);
  }
  for (const [name, { type }] of nested) {
    for (const member of [ownValue(instance, name)].flat()) if (isPlain(member)) withPlainIds(member, type);
  }
  return instance;
}

const strangerError = (place: readonly string[]): FieldError => ({
  field: place.map(cleanName).join('.'),
  ...UNKNOWN_FIELD,
  params: {},
});

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON has every type already: its values pass as they are, whatever their members are called, and only what a class checks becomes one. */
function instanceOf(metatype: Type, members: Record<string, unknown>): object {
  const { nested, optional } = shapeOf(metatype);
  const given = Object.entries(members).filter(([name, value]) => value !== null || !optional.has(name));
  const entries = given.map(([name, value]) => {
    const inner = nested.get(name);
    const member = (each: unknown): unknown => (inner && isPlain(each) ? instanceOf(inner.type, each) : each);
    return [name, Array.isArray(value) ? value.map(member) : member(value)] as const;
  });
  return Object.assign(new metatype() as object, Object.fromEntries(entries));
}

function shapeOf(metatype: Type): Shape {
  const found = shapes.get(metatype);
  if (found) return found;
  const checks = getMetadataStorage().getTargetValidationMetadatas(metatype, '', false, false);
  const shape: Shape = {
    optional: new Set(checks.filter(({ type }) => type === 'conditionalValidation').map(({ propertyName }) => propertyName)),
    known: new Set(checks.map(({ propertyName }) => propertyName)),
    nested: new Map(
      checks.filter(({ type }) => type === 'nestedValidation').map(({ propertyName: name }) => [name, nestedOf(metatype, name)]),
    ),
    ids: checks.filter(({ name }) => name === 'isUuid').map(({ propertyName }) => propertyName),
  };
  shapes.set(metatype, shape);
  return shape;
}

/** Of what a list holds only its description tells. */
function nestedOf(metatype: Type, name: string): Nested {
  const type = Reflect.getMetadata('design:type', metatype.prototype as object, name) as Type;
  if ((type as unknown) !== Array) return { type, list: false };
  const described = Reflect.getMetadata('swagger/apiModelProperties', metatype.prototype as object, name) as { type: () => Type };
  return { type: described.type(), list: true };
}
