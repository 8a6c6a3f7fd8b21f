export { FinancePage } from './finance-page';
export { LinePage } from './line-page';
