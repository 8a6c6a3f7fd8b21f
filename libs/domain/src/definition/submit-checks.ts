import type { Definition } from './definition.schema';
import type { GuardReference } from './steps/step-parts';

/** The register in which requests of a process hold what only one of them may: by its key, for the whole company. */
const registerOf = ({ key }: Pick<Definition, 'key'>): string => `one:${key}`;

/** Values of these fields together; a text is told apart as an identifier is, everything else as it stands. */
function partsOf({ form, oneInForce = [] }: Pick<Definition, 'form' | 'oneInForce'>) {
  return oneInForce.map((field) => ({ field, exact: form.fields.find(({ key }) => key === field)?.type !== 'text' }));
}

/** Everything that is checked on submit and resubmit: what the definition names, and what its head says of the request as one among others. Pure. */
export function submitChecksOf(definition: Definition): GuardReference[] {
  const { submitChecks, oneInForce } = definition;
  if (oneInForce === undefined) return submitChecks;
  return [...submitChecks, { type: 'one-in-force', params: { register: registerOf(definition), parts: partsOf(definition) } }];
}
