export { FinancePage } from './finance-page';
export { LinePage } from './line-page';
export { LimitsPage } from './limits/limits-page';
export { PaymentsPage } from './payments/payments-page';
export { SigningPage } from './signing/signing-page';
