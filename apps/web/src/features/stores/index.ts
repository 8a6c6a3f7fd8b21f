export { PlanPage } from './openings/plan-page';
export { StoresPage } from './stores-page';
