export { AccountsPage } from './accounts-page';
export { DirectoryPage } from './directory-page';
export { ProcessesPage } from './processes-page';
