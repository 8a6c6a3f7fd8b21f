import { z } from 'zod';
import { rootOf } from '../../conditions/holds';
import { fieldDigests, fieldsAskedAnew } from '../../form/shown/step-fields';
import { routingValues } from '../../form/routing-values';
import { validateForm } from '../../form/check/validate';
import { rolesGiven } from '../../authority/asked-grant';
import { takenAsMade } from '../../people/choices';
import type { CommandBody, CommandShapes } from '../../request/command';
import type { FormValues, RequestContext } from '../../request/request-state';
import type { Outline } from '../../definition/structure/outline';
import { stepIdSchema } from '../../definition/steps/step-parts';
import { hashOf } from '../../digest/sha256';
import { askedValues } from './written-form';
import type { Reading } from '../operation';
import { isUnseen } from '../../text/canonical-text';
import { withoutTurns } from '../../text/storable-text';
import { ownValue } from '../../text/own-value';

type AskedForm = CommandShapes['submit'];

/** Names each field once; of a table its cells. Pure. */
export function pathsOf(problems: readonly { field: string }[], more: readonly string[] = []): string[] {
  return [...new Set([...problems.map((problem) => problem.field), ...more])];
}

/** The people whom a requester picked, by step; what was left blank was not picked. Pure. */
export function madeChoices(choices: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(choices ?? {}).filter(([, person]) => typeof person === 'string' && person.trim() !== ''));
}

/** A form that is asked anew, as the stored command holds it. Pure. */
export function askedForm(body: CommandBody, reading: Reading | null): AskedForm {
  const choices = madeChoices(body.choices);
  if (reading === null) return { fields: {}, missing: [], invalid: [], beneficiary: null, choices, material: {} };
  const { process, before } = reading;
  const { values, invalid } = askedValues(process, body, before);
  const found = validateForm(process.definition, values, { step: null, ...before.surroundings });
  const beneficiary = process.definition.beneficiary === undefined ? null : ownValue(values, process.definition.beneficiary);
  return {
    fields: routingValues(process, values, before.surroundings),
    missing: pathsOf(found.missing),
    invalid: pathsOf(found.invalid, invalid),
    beneficiary: typeof beneficiary === 'string' ? beneficiary : null,
    ...concernsOf(rolesGiven(process.definition, values)),
    choices,
    ...digestsOf(process, values),
  };
}

/** Digests of a form: of what is material, and of the rest where the definition compares it. Pure. */
function digestsOf({ definition, material, others }: Outline, values: FormValues): Pick<AskedForm, 'material' | 'others'> {
  return {
    material: fieldDigests(definition, material, values),
    ...(others.length > 0 ? { others: fieldDigests(definition, others, values) } : {}),
  };
}

/** A form that stays as it is, with everybody picked, for an attempt. Pure. */
export function formAsItIs({ fields, beneficiary, concerns, material }: RequestContext, process: Pick<Outline, 'steps'>): AskedForm {
  return { fields, missing: [], invalid: [], beneficiary, ...concernsOf(concerns), choices: takenAsMade(process), material };
}

/** Roles whose holders it is about; nothing is kept of none. Pure. */
export function concernsOf(roles: readonly string[] = []): { concerns?: string[] } {
  return roles.length === 0 ? {} : { concerns: [...roles] };
}

/** Digest of a material field that is not filled in. */
export const BLANK = hashOf(null).slice(0, 16);

/** What steps have filled in is asked anew when every step is walked again: until then it is blank. Pure. */
export function askedAnew(
  { fields, material, others }: Pick<RequestContext, 'fields' | 'material' | 'others'>,
  process: Pick<Outline, 'definition' | 'steps'>,
): Pick<RequestContext, 'fields' | 'material' | 'others'> {
  const keys = new Set(fieldsAskedAnew(process));
  const blank = (digests: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(digests).map(([path, digest]) => [path, keys.has(rootOf(path)) ? BLANK : digest]));
  return {
    fields: Object.fromEntries(Object.entries(fields).map(([path, value]) => [path, keys.has(rootOf(path)) ? null : value])),
    material: blank(material),
    ...(others ? { others: blank(others) } : {}),
  };
}

const MOST_FIELDS = 200;
const MOST_CHOICES = 100;
const LONGEST_KEY = 80;
const atMost = (most: number): [(map: object) => boolean, { params: Record<'zh' | 'en', string> }] => [
  (map) => Object.keys(map).length <= most,
  { params: { zh: `最多 ${most} 项`, en: `must hold at most ${most} entries` } },
];

/** Values of a form in wire form. What its keys hold is for the definition to say. */
export const wireFormSchema = z
  .record(z.string().max(LONGEST_KEY), z.unknown())
  .refine(...atMost(MOST_FIELDS))
  .meta({ maxProperties: MOST_FIELDS, description: 'Values in wire form, by field.' });
/** An id, or blank for nobody. */
const pickSchema = z.union([z.guid(), z.string().regex(/^\s*$/)]);
const choicesSchema = z
  .record(stepIdSchema, pickSchema)
  .refine(...atMost(MOST_CHOICES))
  .meta({ maxProperties: MOST_CHOICES, description: 'Step id → person picked.' });
/** A comment, as much of one as anybody may write. */
export const commentSchema = z.string().max(4_000).overwrite(withoutTurns).optional();
/** Nothing but a comment. */
export const commentBody = z.strictObject({ comment: commentSchema });
/** Nothing at all. */
export const emptyBody = z.strictObject({});
/** A whole form, with the people whom the requester picks; left out, the form as it was saved. */
export const formBody = z.strictObject({ form: wireFormSchema.optional(), choices: choicesSchema.optional() });

/** Whether somebody wrote a comment that anybody can see. Pure. */
export function hasComment({ comment }: Pick<CommandBody, 'comment'>): boolean {
  return !isUnseen(comment ?? '');
}
