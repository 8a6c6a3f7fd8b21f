import { z } from 'zod';
import { ownValue } from '../text/own-value';
import type { Json } from '../text/bilingual';
import { STEP_KINDS } from './steps';
import type { StepKindModule } from './steps/step-kind';
import { samePersonSchema, whenNobodySchema, whenRequesterSchema } from './steps/step-parts';

/** What holds for every step of a definition that says nothing of its own. */
export const policiesSchema = z.strictObject({
  samePerson: samePersonSchema.optional(),
  whenRequester: whenRequesterSchema.optional(),
  whenNobody: whenNobodySchema.optional(),
});
type Policies = z.infer<typeof policiesSchema>;

type Thing = Record<string, unknown>;
const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A definition as it was written down, with the policies of its head said at each step that they concern and that says nothing of its own. Pure. An
 * approval is never skipped for want of people, and a list of items decides nothing: of those a head says nothing.
 */
export function withPolicies(json: unknown): unknown {
  if (!isThing(json)) return json;
  const read = policiesSchema.safeParse(json.policies);
  if (!read.success) return json;
  const { flow, revoke } = json;
  return {
    ...json,
    ...(flow !== undefined && { flow: poured(flow, read.data) }),
    ...(revoke !== undefined && { revoke: poured(revoke, read.data) }),
  };
}

function poured(part: unknown, policies: Policies): unknown {
  if (Array.isArray(part)) return part.map((each) => poured(each, policies));
  if (!isThing(part)) return part;
  const inside = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, poured(value, policies)]));
  return { ...concerning(part, policies), ...inside };
}

/** Policies that concern a step; none where it is no step that people decide. */
function concerning({ kind, id }: Thing, { whenNobody, ...others }: Policies): Record<string, Json> {
  const known = typeof kind === 'string' && id !== undefined ? ownValue<StepKindModule<never>>(STEP_KINDS as never, kind) : undefined;
  if (!known?.decision || known.list) return {};
  const mayBeSkipped = known.decision.binding !== true;
  return { ...others, ...(whenNobody !== undefined && mayBeSkipped && { whenNobody }) };
}
