import { PERSON_OPERATIONS, RESUMES, type PersonCommandType } from '@countersign/domain';
import { z } from 'zod';

const literal = z.union([z.string(), z.number(), z.boolean()]);

/** Where a value comes from. The field of the definition says what the text means (money, date, yes-no …). */
export type Source =
  | { value: string | number | boolean | unknown[] | Record<string, unknown> }
  | { attribute: string; of?: 'event' | 'case' | undefined; values?: Record<string, Literal> | undefined; otherwise?: Literal | undefined }
  | { lookahead: Lookahead }
  | { rows: Record<string, Source>[] };
export type Literal = z.infer<typeof literal>;
export type Lookahead = z.infer<typeof lookaheadSchema>;

/** Looks at the case's later events: the first activity of `values` decides, unless one of `until` comes before it. */
const lookaheadSchema = z.strictObject({
  values: z.record(z.string(), literal),
  until: z.array(z.string()).default([]),
  otherwise: literal.optional(),
});

const sourceSchema: z.ZodType<Source> = z.lazy(() =>
  z.union([
    z.strictObject({ value: z.union([literal, z.array(z.unknown()), z.record(z.string(), z.unknown())]) }),
    z.strictObject({
      attribute: z.string().min(1),
      of: z.enum(['event', 'case']).optional(),
      values: z.record(z.string(), literal).optional(),
      otherwise: literal.optional(),
    }),
    z.strictObject({ lookahead: lookaheadSchema }),
    z.strictObject({ rows: z.array(z.record(z.string(), sourceSchema)).min(1) }),
  ]),
) as z.ZodType<Source>;
const sources = z.record(z.string(), sourceSchema);

/** A name: always this one, or what an attribute says. */
const nameSchema = z.union([
  z.string().min(1),
  z.strictObject({
    attribute: z.string().min(1),
    of: z.enum(['event', 'case']).optional(),
    values: z.record(z.string(), z.string().min(1)).optional(),
    otherwise: z.string().min(1).optional(),
  }),
]);
export type NameSource = z.infer<typeof nameSchema>;

const attributeSchema = z.strictObject({ attribute: z.string().min(1) });

/**
 * Who of a pool acts.
 * - `assignee`: whoever of the pool the engine gave the step to
 * - `case`: always the same one for a case (by a hash of its name)
 * - `resource`: always the same one for a resource of the log
 * - an attribute: always the same one for what it says
 * `system` is the one whom the mapping names under `system`: what no person does.
 */
const actorSchema = z.union([
  z.enum(['requester', 'system']),
  z.strictObject({ person: z.string().min(1) }),
  z.strictObject({
    pool: nameSchema,
    pick: z.union([z.enum(['assignee', 'case', 'resource']), attributeSchema]).default('assignee'),
  }),
]);
export type ActorSource = z.infer<typeof actorSchema>;

/** Whom somebody names. `another`: whoever of the pool does not have the step yet, always the same one for a case. */
const namedSchema = z.union([
  z.literal('requester'),
  z.strictObject({ person: z.string().min(1) }),
  z.strictObject({
    pool: nameSchema,
    pick: z.union([z.enum(['another', 'case', 'resource']), attributeSchema]).default('another'),
  }),
]);
export type NamedSource = z.infer<typeof namedSchema>;
export type Pick = Extract<ActorSource | NamedSource, { pool: NameSource }>['pick'];

/** What a mapping says in other words: `submit` after a return, `children`; and a form that an operator corrects. */
const SAID_OTHERWISE = ['resubmit', 'start-child', 'correct'] as const satisfies PersonCommandType[];
export type OperationCommand = Exclude<PersonCommandType, (typeof SAID_OTHERWISE)[number]>;

const isSaid = (type: PersonCommandType): type is OperationCommand => !(SAID_OTHERWISE as readonly string[]).includes(type);
/** Everything that can be done with a request once it was submitted, and what is no operation of the product. */
const commandSchema = z.enum([...PERSON_OPERATIONS.map(({ type }) => type).filter(isSaid), 'draft', 'acknowledge', 'comment', 'ignore']);

const activitySchema = z.strictObject({
  command: commandSchema,
  /** Only while the request stands there: a step, a status, an outcome, or `nothing` before anything was saved. */
  standing: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  /** Of what is done at a step: the one that must be waiting. */
  step: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  actor: actorSchema.default('requester'),
  /** submit and draft: values on top of `form`; decisions: the fields that the step writes. */
  fields: sources.default({}),
  comment: z.union([z.string().min(1), attributeSchema]).optional(),
  stance: z.enum(['for', 'against', 'conditional']).optional(),
  /** Returns and jumps: where to. */
  to: nameSchema.optional(),
  /** Who gets it, is asked, or signs too. */
  person: namedSchema.optional(),
  /** The item of a checklist that it is about. */
  item: nameSchema.optional(),
  resume: z.enum(RESUMES).optional(),
});
export type Activity = z.infer<typeof activitySchema>;

/** How an event log is told as commands of a definition (`docs/replay.md`). */
export const mappingSchema = z.strictObject({
  note: z.string().optional(),
  definition: z.string().min(1),
  /** Directory document to import first, beside this file. */
  directory: z.string().optional(),
  log: z
    .strictObject({
      /** Trace attribute that names a case. */
      case: z.string().default('concept:name'),
      /** Event attributes whose values, joined by `|`, are the activity. */
      activity: z.array(z.string()).min(1).default(['concept:name']),
      resource: z.string().default('org:resource'),
      /** Only these lifecycle transitions are events of the case; absent: all. */
      lifecycle: z.array(z.string()).min(1).optional(),
      /** Only cases whose trace attributes have one of these values. */
      where: z.record(z.string(), z.array(z.string()).min(1)).default({}),
      /** Event attribute with the time; absent: the order of the file is the order of events. */
      time: z.string().optional(),
      /** Activities in the order in which they count where their times are equal; others come after these, as the file has them. */
      ties: z.array(z.string()).default([]),
      /** Event attribute that tells the children of a trace apart: each becomes a case. `shared` events have none of it. */
      children: z.strictObject({ attribute: z.string().min(1), shared: z.enum(['each', 'none']).default('none') }).optional(),
    })
    .prefault({}),
  /** Pools of people, by their keys in the directory. */
  people: z.record(z.string(), z.array(z.string()).min(1)),
  /** Key of the person as whom the system of the log acts. */
  system: z.string().optional(),
  requester: z.strictObject({ pool: z.string(), pick: z.enum(['case', 'resource']).default('case') }),
  form: sources.default({}),
  /** What an activity does; of several alternatives the first that fits where the request stands. */
  activities: z.record(z.string(), z.union([activitySchema, z.array(activitySchema).min(1)])),
  /** Last activity → where the request must stand then: a step, an outcome, `returned`, `draft`, or one of several. */
  end: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])),
  /** Requests that are started from that of a case. */
  children: z
    .array(
      z.strictObject({
        /** Events that have it are theirs, one request for each of its values. Absent: one request, of the events whose activity its mapping names. */
        attribute: z.string().min(1).optional(),
        /** Begun by itself in a case of which no event is told of the request that it comes from. */
        alone: z.boolean().default(false),
        /** Their definition, and how their events are told: files beside this one. */
        definition: z.string().min(1),
        mapping: z.string().min(1),
      }),
    )
    .default([]),
});
export type Mapping = z.infer<typeof mappingSchema>;
