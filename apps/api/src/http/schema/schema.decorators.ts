import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';

/**
 * The words in which views and bodies say their types. They name every type outright, so that the OpenAPI document is the same
 * whichever compiler built the program.
 */
type Extra = { description?: string; example?: unknown; minItems?: number; maxItems?: number };
type Target = () => abstract new (...parameters: never[]) => object;

/** A type function must be called `type`, or the document takes it for a class. */
const property = (options: object): PropertyDecorator => ApiProperty(options as ApiPropertyOptions);

export const Text = (extra: Extra = {}): PropertyDecorator => property({ type: String, ...extra });
export const TextOrNull = (extra: Extra = {}): PropertyDecorator => property({ type: String, nullable: true, ...extra });
export const Texts = (extra: Extra = {}): PropertyDecorator => property({ type: [String], ...extra });
export const Whole = (extra: Extra = {}): PropertyDecorator => property({ type: 'integer', ...extra });
export const Wholes = (extra: Extra = {}): PropertyDecorator => property({ type: 'array', items: { type: 'integer' }, ...extra });
export const WholeOrNull = (extra: Extra = {}): PropertyDecorator => property({ type: 'integer', nullable: true, ...extra });
export const Flag = (extra: Extra = {}): PropertyDecorator => property({ type: Boolean, ...extra });
export const FlagOrNull = (extra: Extra = {}): PropertyDecorator => property({ type: Boolean, nullable: true, ...extra });
/** An ISO time in UTC. */
export const Time = (extra: Extra = {}): PropertyDecorator => property({ type: String, format: 'date-time', ...extra });
export const TimeOrNull = (extra: Extra = {}): PropertyDecorator =>
  property({ type: String, format: 'date-time', nullable: true, ...extra });
export const Id = (extra: Extra = {}): PropertyDecorator => property({ type: String, format: 'uuid', ...extra });
export const IdOrNull = (extra: Extra = {}): PropertyDecorator => property({ type: String, format: 'uuid', nullable: true, ...extra });
export const Ids = (extra: Extra = {}): PropertyDecorator =>
  property({ type: 'array', items: { type: 'string', format: 'uuid' }, ...extra });
export const OneOf = (words: readonly string[], extra: Extra = {}): PropertyDecorator => property({ enum: [...words], ...extra });
export const OneOfOrNull = (words: readonly string[], extra: Extra = {}): PropertyDecorator =>
  property({ enum: [...words], nullable: true, ...extra });
/** Each one of these words. */
export const ManyOf = (words: readonly string[], extra: Extra = {}): PropertyDecorator =>
  property({ type: 'array', items: { type: 'string', enum: [...words] }, ...extra });
export const One = (target: Target, extra: Extra = {}): PropertyDecorator => property({ type: () => target(), ...extra });
export const OneOrNull = (target: Target, extra: Extra = {}): PropertyDecorator =>
  property({ type: () => target(), nullable: true, ...extra });
export const Many = (target: Target, extra: Extra = {}): PropertyDecorator => property({ type: () => target(), isArray: true, ...extra });
export const ManyOrNull = (target: Target, extra: Extra = {}): PropertyDecorator =>
  property({ type: () => target(), isArray: true, nullable: true, ...extra });
/** A JSON object whose keys the definition decides. */
export const Wire = (extra: Extra = {}): PropertyDecorator => property({ type: 'object', additionalProperties: true, ...extra });
export const WireOrNull = (extra: Extra = {}): PropertyDecorator =>
  property({ type: 'object', additionalProperties: true, nullable: true, ...extra });
/** A schema that the document takes from the domain (`openapi.ts`). */
export const FromDomain = (name: string, extra: Extra & { isArray?: boolean } = {}): PropertyDecorator => {
  const $ref = `#/components/schemas/${name}`;
  const { isArray, ...rest } = extra;
  return property(isArray ? { type: 'array', items: { $ref }, ...rest } : { allOf: [{ $ref }], ...rest });
};

/** May be left out of a body or query. */
export const Optional = (options: object = {}): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional(options as ApiPropertyOptions), IsOptional());
