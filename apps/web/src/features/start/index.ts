export { FillPage } from './fill-page';
export { PreviewPage } from './preview-page';
export { StartPage } from './start-page';
