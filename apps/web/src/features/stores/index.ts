export { PlanPage } from './plan-page';
export { StoresPage } from './stores-page';
