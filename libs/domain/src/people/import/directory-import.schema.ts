import { z } from 'zod';
import { calendarSchema } from '../../calendar/calendar.schema';
import { authorityKindSchema } from '../../definition/authority-kind.schema';
import { parameterSettingSchema } from '../../definition/parameters';
import { NOT_INHERITED, nameSchema, PATTERNS } from '../../definition/patterns';
import { bilingualSchema } from '../../text/bilingual';
import { GRADES } from '../directory';
import { DIRECTORY_LIMITS } from './directory-limits';
import { RIGHTS } from '../rights';

/** Keys of units, roles, people, positions and grants: short words that stay the same from import to import. */
const keySchema = z
  .string()
  .regex(PATTERNS.directoryKey.regex)
  .max(80)
  .refine(...NOT_INHERITED);
const daySchema = z.iso.date();

const unitSchema = z.strictObject({
  key: keySchema,
  kind: z.enum(['company', 'region', 'store', 'department']),
  name: bilingualSchema,
  parent: keySchema.nullable(),
  /** What it says of its own time: zone, hours of office and store, exceptions. Absent: as before; null: nothing, as the unit above. */
  calendar: calendarSchema.nullable().optional(),
});

const personSchema = z.strictObject({
  key: keySchema,
  name: bilingualSchema,
  email: z.email().max(254).optional(),
  /** Name to sign in with. Absent: the person has no account. An account may lack a password. */
  login: z.string().trim().min(1).max(120).optional(),
  language: z.enum(['zh', 'en']).default('zh'),
  active: z.boolean().default(true),
  rights: z.array(z.enum(RIGHTS)).max(RIGHTS.length).default([]),
});

const positionSchema = z.strictObject({
  key: keySchema,
  /** null: the post is vacant. */
  person: keySchema.nullable(),
  role: keySchema,
  unit: keySchema,
  /** Absent: the title of the role. */
  title: bilingualSchema.optional(),
  grade: z.enum(GRADES),
  /** Post that this one reports to; null at the top. */
  superior: keySchema.nullable(),
  /** Units (with their subtrees) that the post serves; none = its own unit's subtree. */
  covers: z.array(keySchema).max(DIRECTORY_LIMITS.covers).default([]),
  /** The post whose reporting line counts for its person. Needs to be said only where a person holds several. */
  primary: z.boolean().optional(),
  validFrom: daySchema.optional(),
  validTo: daySchema.optional(),
  /** Who takes the place of the post for a time while nobody holds it. Absent: as before; null: nobody. */
  substitute: z.strictObject({ person: keySchema, validFrom: daySchema.optional(), validTo: daySchema }).optional(),
});

const limitSchema = z.union([
  z.strictObject({ amount: z.string().max(40), currency: z.string().regex(PATTERNS.currency.regex) }),
  z.literal('no-limit'),
  z.null(),
]);

const grantSchema = z.strictObject({
  key: keySchema,
  kind: authorityKindSchema,
  matter: nameSchema,
  /** Exactly one of `role` and `person`. */
  role: keySchema.optional(),
  person: keySchema.optional(),
  /** Unit whose subtree the grant covers; absent: where the holder's post covers. */
  scope: keySchema.optional(),
  /** An amount, `no-limit`, or null: blank, which covers nothing (G01). */
  limit: limitSchema.default(null),
  plan: z.enum(['in', 'over', 'any']).default('any'),
  state: z.enum(['proposed', 'granted', 'withheld', 'expired']).default('granted'),
  withheldReason: z.string().trim().min(1).max(1_000).optional(),
  /** By what it is given: the row of a matrix, a resolution. Absent: nothing is said of it. */
  source: z.string().trim().min(1).max(200).optional(),
  /** What the matter is called, where no process says so. */
  title: bilingualSchema.optional(),
  validFrom: daySchema.optional(),
  validTo: daySchema.optional(),
});

/** A company's directory as one JSON document: units, roles, people, posts, grants. Everything refers to everything else by key. */
export const directoryImportSchema = z.strictObject({
  company: z.strictObject({
    key: keySchema,
    name: bilingualSchema,
    /** IANA name, such as Asia/Shanghai. */
    timeZone: z.string().min(1).max(64),
    currency: z.string().regex(PATTERNS.currency.regex),
  }),
  units: z.array(unitSchema).default([]),
  roles: z.array(z.strictObject({ key: keySchema, title: bilingualSchema })).default([]),
  people: z.array(personSchema).default([]),
  positions: z.array(positionSchema).default([]),
  grants: z.array(grantSchema).default([]),
  /** What the company has set for parameters of definitions. */
  parameters: z
    .array(
      z.strictObject({
        definition: z.string().min(1).max(120),
        key: z.string().min(1).max(120),
        value: parameterSettingSchema,
      }),
    )
    .default([]),
});

/** A directory with all defaults filled in. */
export type DirectoryImport = z.infer<typeof directoryImportSchema>;
/** A directory as it may be written down, defaults left out. */
export type DirectoryImportInput = z.input<typeof directoryImportSchema>;
