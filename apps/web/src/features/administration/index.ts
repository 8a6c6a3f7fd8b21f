export { AccountsPage } from './accounts-page';
export { CalendarPage } from './calendar/calendar-page';
export { ChangesPage } from './changes/changes-page';
export { DeadLettersPage } from './dead-letters/dead-letters-page';
export { DirectoryPage } from './directory-page';
export { ParametersPage } from './parameters/parameters-page';
export { RecurringPage } from './recurring/recurring-page';
export { ProcessesPage } from './processes-page';
