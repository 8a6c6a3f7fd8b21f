import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/** How large a JSON body may be, and what it may hold. */
export interface BodyLimit {
  /** Bytes on the wire; compressed bodies are not taken. */
  bytes: number;
  /** Members of objects and items of lists, all together. */
  values: number;
  /** Different names of members. */
  names: number;
  /** Objects and lists inside each other. */
  depth: number;
}

/**
 * What a route takes. The largest body of each kind is read, checked and answered without holding the process for longer than a quarter of a second.
 * A route that says nothing takes `plain`; nobody who is not signed in gets more than `public` read.
 */
export const BODY_LIMITS = {
  /** Before sign-in: a name and a password. */
  public: { bytes: 4_096, values: 50, names: 20, depth: 4 },
  /** A comment, a decision, a list of ids. */
  plain: { bytes: 65_536, values: 5_000, names: 500, depth: 16 },
  /** A form with its line items. */
  form: { bytes: 524_288, values: 20_000, names: 2_000, depth: 16 },
  /** One definition. */
  definition: { bytes: 1_048_576, values: 60_000, names: 5_000, depth: 64 },
  /** The directory of a company; a larger one comes in several, by key. */
  directory: { bytes: 2_097_152, values: 150_000, names: 500, depth: 16 },
  /** One file in a multipart form; nothing is read as JSON. */
  upload: { bytes: 20_971_520, values: 50, names: 20, depth: 4 },
} as const satisfies Record<string, BodyLimit>;
export type BodyKind = keyof typeof BODY_LIMITS;

export const BODY_KIND = 'countersign:body';
/** Under these names the document finds what a route says of itself (`openapi.ts`). */
export const BODY_EXTENSION = 'x-body-kind';
export const CALLS_EXTENSION = 'x-calls-per-minute';

/** What kind of body a route takes, where it is not `plain`. */
export const TakesBody = (kind: BodyKind): MethodDecorator =>
  applyDecorators(SetMetadata(BODY_KIND, kind), ApiExtension(BODY_EXTENSION, kind));

/** Of an address: path and query together, and one parameter of the path. */
export const ADDRESS_LIMIT = 8_192;
export const PARAMETER_LIMIT = 200;
/** Mistakes that one answer names. */
export const ERRORS_TOLD = 20;
