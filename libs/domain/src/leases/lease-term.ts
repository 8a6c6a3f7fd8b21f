import type { Bilingual } from '../text/bilingual';

/** One term of a lease: the numbered contract of a store with its mall, from a day to a day. Amounts are minor units of the company’s currency. */
export interface LeaseTerm {
  /** Number of the contract; the terms of one lease bear the same. */
  number: string;
  /** Unit id of the store. */
  unit: string;
  /** Mall and position, as the contract calls them. */
  place: string;
  /** First day, YYYY-MM-DD. */
  startsOn: string;
  /** Last day, YYYY-MM-DD. */
  expiresOn: string;
  /** A month. */
  rent: string;
  /** Share of the sales in percent, with at most one decimal; null: none. */
  commission: string | null;
  deposit: string | null;
}

/** A term as the register has it. */
export interface RegisteredTerm extends LeaseTerm {
  /** Its contract was taken out. */
  out?: boolean;
}

/** So many days before a lease runs out it is taken up (domain G32). */
export const LEASE_LEAD_DAYS = 180;

/** What a renewal has to have come to, and how many days before the lease runs out. */
export const LEASE_MILESTONES = [
  { id: 'remind', days: LEASE_LEAD_DAYS, title: { zh: '提醒', en: 'Take up' } },
  { id: 'result', days: 150, title: { zh: '损益', en: 'Result' } },
  { id: 'proposal', days: 120, title: { zh: '方案', en: 'Proposal' } },
  { id: 'opinion', days: 100, title: { zh: '财务意见', en: 'Opinion' } },
  { id: 'approval', days: 90, title: { zh: '批准', en: 'Approval' } },
  { id: 'signing', days: 60, title: { zh: '签约', en: 'Signed' } },
  { id: 'exit', days: 30, title: { zh: '转撤场', en: 'Exit' } },
] as const satisfies readonly { id: string; days: number; title: Bilingual }[];
export type LeaseMilestone = (typeof LEASE_MILESTONES)[number]['id'];

/** Whether two terms have a day in common. Pure. */
export const overlap = (one: Pick<LeaseTerm, 'startsOn' | 'expiresOn'>, other: Pick<LeaseTerm, 'startsOn' | 'expiresOn'>): boolean =>
  one.startsOn <= other.expiresOn && other.startsOn <= one.expiresOn;

/** What tells a term from all others of a register: its contract and its first day. Pure. */
export const termKey = ({ number, startsOn }: Pick<LeaseTerm, 'number' | 'startsOn'>): string => `${number} ${startsOn}`;
