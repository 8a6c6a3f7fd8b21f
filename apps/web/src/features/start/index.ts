export { FillPage } from './fill-page';
export { StartPage } from './start-page';
