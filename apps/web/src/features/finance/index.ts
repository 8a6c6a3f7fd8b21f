export { FinancePage } from './finance-page';
export { LinePage } from './line-page';
export { SigningPage } from './signing/signing-page';
