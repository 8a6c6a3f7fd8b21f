import type { AnyExportedList } from '../exported-list';
import { auditList } from './audit.list';
import { budgetLinesList, movementsList } from './budgets.list';
import { deadEffectsList, deadLettersList, deadMailsList, notificationsList } from './delivery.list';
import { eventLogList } from './event-log.list';
import { grantsList } from './grants.list';
import { leasesList, openingsList } from './stores.list';
import { changesList, peopleList, postsList, unitsList, vacanciesList } from './people.list';
import { auditEntriesList, journalChecksList } from './record.list';
import { paymentsList, vouchersList } from './payments.list';
import { calendarsList, eventsList, recurringList, recurringStartsList } from './recurring.list';
import { loadsList, requestsList, tasksList, trackList } from './rows.list';

/** Every list that can be exported, by the address that it is read at. A test compares them with the document of the API. */
export const EXPORTED_LISTS = {
  tasks: tasksList,
  requests: requestsList,
  'track/requests': trackList,
  'track/people': loadsList,
  leases: leasesList,
  openings: openingsList,
  budgets: budgetLinesList,
  'budgets/movements': movementsList,
  payments: paymentsList,
  'payments/vouchers': vouchersList,
  'authority/grants': grantsList,
  people: peopleList,
  units: unitsList,
  'organisation/posts': postsList,
  vacancies: vacanciesList,
  changes: changesList,
  'dead-letters': deadLettersList,
  'dead-mails': deadMailsList,
  'track/effects': deadEffectsList,
  notifications: notificationsList,
  audit: auditList,
  'audit/entries': auditEntriesList,
  'audit/checks': journalChecksList,
  'event-log': eventLogList,
  recurring: recurringList,
  'recurring-starts': recurringStartsList,
  events: eventsList,
  calendars: calendarsList,
} as const satisfies Record<string, AnyExportedList>;
export type ExportedListName = keyof typeof EXPORTED_LISTS;
export const EXPORTED_NAMES = Object.keys(EXPORTED_LISTS) as ExportedListName[];
