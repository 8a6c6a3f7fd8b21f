export * from './request-workflow';
