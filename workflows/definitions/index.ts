import { definitionSchema, type Definition, type DefinitionInput } from '@countersign/domain';
import { cashAdvance } from './finance/cash-advance.process';
import { entertainmentExpense } from './finance/entertainment-expense.process';
import { expenseReimbursement } from './finance/expense-reimbursement.process';
import { fundPayment } from './finance/fund-payment.process';
import { eventBudget } from './marketing/event-budget.process';
import { marketAndSalesPromotionPlan } from './marketing/market-and-sales-promotion-plan.process';
import { promotionExecutionTracking } from './marketing/promotion-execution-tracking.process';
import { promotionPlanApproval } from './marketing/promotion-plan-approval.process';
import { promotionSchemeApproval } from './marketing/promotion-scheme-approval.process';
import { storePromotionSignoff } from './marketing/store-promotion-signoff.process';
import { priceAdjustment } from './merchandise/price-adjustment.process';
import { purchaseOrder } from './merchandise/purchase-order.process';
import { stocktakeVarianceAdjustment } from './merchandise/stocktake-variance-adjustment.process';
import { stocktake } from './merchandise/stocktake.process';
import { annualBudgetInPlanApproval } from './planning/annual-budget-in-plan-approval.process';
import { budgetAdjustment } from './planning/budget-adjustment.process';
import { inPlanFundRelease } from './planning/in-plan-fund-release.process';
import { overPlanSpending } from './planning/over-plan-spending.process';
import { authorityDelegation } from './people/authority-delegation.process';
import { businessTrip } from './people/business-trip.process';
import { leaveRequest } from './people/leave-request.process';
import { marketResearchExecution } from './research/market-research-execution.process';
import { researchPlanApproval } from './research/research-plan-approval.process';
import { researchProjectInitiation } from './research/research-project-initiation.process';
import { leaseRenewal } from './store/lease-renewal.process';
import { mallExit } from './store/mall-exit.process';
import { storeDailyClosing } from './store/store-daily-closing.process';
import { storeDailyOpening } from './store/store-daily-opening.process';
import { storeOpening } from './store/store-opening.process';

export { DEMO_BUDGET, DEMO_CATEGORIES, demoSpent } from './demo/demo-budget';
export { DEMO_DIRECTORY } from './demo/demo-directory';
export { DEMO_LEASES } from './demo/demo-leases';
export { DEMO_STORY, type DemoAct, type DemoForm, type DemoValue } from './demo/demo-story';
export { DEMO_PEOPLE } from './demo/demo-people';

const SHIPPED: readonly DefinitionInput[] = [
  expenseReimbursement,
  researchPlanApproval,
  researchProjectInitiation,
  marketResearchExecution,
  leaveRequest,
  leaseRenewal,
  mallExit,
  storeOpening,
  storeDailyOpening,
  storeDailyClosing,
  stocktake,
  promotionPlanApproval,
  promotionSchemeApproval,
  marketAndSalesPromotionPlan,
  promotionExecutionTracking,
  storePromotionSignoff,
  overPlanSpending,
  inPlanFundRelease,
  annualBudgetInPlanApproval,
  eventBudget,
  cashAdvance,
  entertainmentExpense,
  budgetAdjustment,
  stocktakeVarianceAdjustment,
  priceAdjustment,
  businessTrip,
  purchaseOrder,
  authorityDelegation,
  fundPayment,
];

/** Every process that ships as code, in the order of the catalogue. A new one adds its line here; `verify` looks at all of them. */
export const SEED_DEFINITIONS: readonly Definition[] = SHIPPED.map((seed) => definitionSchema.parse(seed));
