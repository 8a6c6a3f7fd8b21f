export { AbsencePage } from './absence-page';
