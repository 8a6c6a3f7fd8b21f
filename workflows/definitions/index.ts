import { definitionSchema, type Definition } from '@countersign/domain';
import { expenseReimbursement } from './finance/expense-reimbursement.process';
import { researchPlanApproval } from './research/research-plan-approval.process';

export { DEMO_DIRECTORY } from './demo/demo-directory';
export { DEMO_PEOPLE } from './demo/demo-people';

/** Every process that ships as code, in the order of the catalogue. A new one adds its line here; `verify` looks at all of them. */
export const SEED_DEFINITIONS: readonly Definition[] = [expenseReimbursement, researchPlanApproval].map((seed) =>
  definitionSchema.parse(seed),
);
