export * from './request-workflow';
export * from './recurring-workflow';
