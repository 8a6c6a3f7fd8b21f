import type { RightName } from '@countersign/domain';
import { useMe } from './session';

/** A page for those who keep accounts, processes and the directory; any one of the rights opens it. */
export interface AdministrationPage {
  to:
    | '/admin/accounts'
    | '/admin/processes'
    | '/admin/directory'
    | '/admin/parameters'
    | '/admin/dead-letters'
    | '/admin/changes'
    | '/track/audit'
    | '/admin/calendars'
    | '/admin/recurring';
  text:
    | 'adminAccounts'
    | 'adminProcesses'
    | 'adminDirectory'
    | 'adminParameters'
    | 'adminDeadLetters'
    | 'adminChanges'
    | 'adminRecord'
    | 'adminCalendars'
    | 'adminRecurring';
  rights: readonly RightName[];
}

export const ADMINISTRATION = {
  accounts: { to: '/admin/accounts', text: 'adminAccounts', rights: ['accounts.reset'] },
  processes: { to: '/admin/processes', text: 'adminProcesses', rights: ['definitions.import', 'definitions.publish'] },
  directory: { to: '/admin/directory', text: 'adminDirectory', rights: ['directory.import'] },
  calendars: { to: '/admin/calendars', text: 'adminCalendars', rights: ['directory.import'] },
  recurring: { to: '/admin/recurring', text: 'adminRecurring', rights: ['requests.operate'] },
  parameters: { to: '/admin/parameters', text: 'adminParameters', rights: ['directory.import'] },
  deadLetters: { to: '/admin/dead-letters', text: 'adminDeadLetters', rights: ['requests.operate'] },
  changes: { to: '/admin/changes', text: 'adminChanges', rights: ['journal.verify'] },
  record: { to: '/track/audit', text: 'adminRecord', rights: ['journal.verify'] },
} as const satisfies Record<string, AdministrationPage>;

/** The pages that the signed-in person may use; mostly none. */
export function useAdministration(): readonly AdministrationPage[] {
  const { rights } = useMe();
  return Object.values<AdministrationPage>(ADMINISTRATION).filter((page) => page.rights.some((right) => rights.includes(right)));
}
