export { LeavingPage } from './leaving-page';
export { PeoplePage } from './people-page';
export { PersonPage } from './person-page';
