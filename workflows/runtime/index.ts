export { requestWorkflow } from './request.workflow';
export { recurringStarts } from './recurring.workflow';
