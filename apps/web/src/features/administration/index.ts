export { AccountsPage } from './accounts-page';
export { DeadLettersPage } from './dead-letters/dead-letters-page';
export { DirectoryPage } from './directory-page';
export { ProcessesPage } from './processes-page';
