export { RequestPage } from './request-page';
export { RequestPanel } from './request-panel';
