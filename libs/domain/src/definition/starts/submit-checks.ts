import type { Definition } from '../definition.schema';
import { parametersOf } from '../parameters';
import type { Entrances } from './entrances.schema';
import type { Field } from '../fields/field.schema';
import { oneInForceParts, type OneInForce } from './one-in-force.schema';
import { HELD_REQUESTER, type HeldPart } from '../structure/outline';
import type { GuardReference } from '../steps/step-parts';

/** The register in which requests of a process hold what only one of them may: by its key, for the whole company. */
const registerOf = ({ key }: Pick<Definition, 'key'>): string => `one:${key}`;

/** Values of these fields together; a text is told apart as an identifier is, everything else as it stands, a range of dates day by day. */
function partsOf({ form }: Pick<Definition, 'form'>, rule: OneInForce): HeldPart[] {
  const { same, requester, during } = oneInForceParts(rule);
  return [
    ...(requester ? [{ field: HELD_REQUESTER, exact: true }] : []),
    ...same.map((field) => ({ field, exact: form.fields.find(({ key }) => key === field)?.type !== 'text' })),
    ...(during === null ? [] : [{ field: during, exact: true, days: true as const }]),
  ];
}

type LinkField = Extract<Field, { type: 'request' }>;

const linkFields = ({ form }: Pick<Definition, 'form'>): LinkField[] =>
  form.fields.filter((field): field is LinkField => field.type === 'request' && (field.must ?? field.same) !== undefined);

function linkCheck({ key: field, must, same = [] }: LinkField, { form }: Pick<Definition, 'form'>): GuardReference {
  const isText = (own: string): boolean => form.fields.some(({ key, type }) => key === own && type === 'text');
  const pairs = same.map(([own, other]) => ({ own, other, exact: !isText(own) }));
  return { type: 'linked-approved', params: { field, approved: must !== undefined, same: pairs } };
}

/** What is looked up of requests that a form names: in which field, and what they say. Pure. */
export function linkedFields(definition: Pick<Definition, 'form'>): { field: string; said: string[] }[] {
  return linkFields(definition).map(({ key, same = [] }) => ({ field: key, said: same.map(([, other]) => other) }));
}

/** What is checked whenever somebody agrees, at whichever step: that what the form names still holds. Pure. */
export function standingChecksOf(definition: Pick<Definition, 'form'>): GuardReference[] {
  return linkFields(definition).flatMap((field) => (field.must === 'in-force' ? [linkCheck(field, definition)] : []));
}

function entranceCheck({ field, each }: Entrances): GuardReference {
  return { type: 'may-enter', params: { field, each: each.map(({ value, roles }) => ({ value, roles: roles ?? null })) } };
}

/** Which fields only one request may have together, in what register, and how they are told apart; null where the process has no such rule. Pure. */
export function oneInForceRule(
  definition: Pick<Definition, 'key' | 'form' | 'oneInForce'>,
): { register: string; parts: HeldPart[] } | null {
  const { oneInForce } = definition;
  return oneInForce === undefined ? null : { register: registerOf(definition), parts: partsOf(definition, oneInForce) };
}

/** A condition asked at the submit, with what parameters are worth where the company has set none. */
function heldAtSubmit({ params }: GuardReference, definition: Definition): GuardReference {
  return { type: 'holds-at-submit', params: { ...params, standards: parametersOf(definition) } } as unknown as GuardReference;
}

/** Everything that is checked on submit and resubmit: what the definition names, and what its head says of the request as one among others. Pure. */
export function submitChecksOf(definition: Definition): GuardReference[] {
  const { submitChecks, entrances, becomesGrant } = definition;
  const oneInForce = oneInForceRule(definition);
  return [
    ...(entrances === undefined ? [] : [entranceCheck(entrances)]),
    ...submitChecks.map((check) => (check.type === 'must-hold' ? heldAtSubmit(check, definition) : check)),
    ...(becomesGrant === undefined ? [] : [{ type: 'not-for-oneself', params: {} } as unknown as GuardReference]),
    ...linkFields(definition).map((field) => linkCheck(field, definition)),
    ...(oneInForce === null ? [] : [{ type: 'one-in-force', params: { ...oneInForce } } as unknown as GuardReference]),
  ];
}
