export { FinancePage } from './finance-page';
export { LinePage } from './line-page';
export { LimitsPage } from './limits/limits-page';
export { SigningPage } from './signing/signing-page';
