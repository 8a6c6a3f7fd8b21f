import { clock } from '@countersign/database';
import { dayAfter, isHuman, LEASE_MILESTONES, ownValue, type LeaseMilestone, type Process, type StepRecord } from '@countersign/domain';
import type { PersonRef } from '../http/schema/values.view';
import { wireMoney } from '../requests/wire-money';
import { RETURNED_STEP, unblockTitle } from '../requests/names/step-titles';
import { LEASE_STATES, type LeaseMilestoneView, type LeaseRequestView, type LeaseRow, type MILESTONE_STATES } from './dto/lease.view';
import type { StandingLease } from './lease-statements';

/** Which steps of a renewal bring it to which milestone, any of them; a company whose own version names its steps otherwise is told by days alone. */
const STEPS_OF: Partial<Record<LeaseMilestone, readonly string[]>> = {
  result: ['store-result'],
  proposal: ['proposal'],
  opinion: ['financial-opinion'],
  approval: ['gm-approval', 'exit-approval'],
  signing: ['signing'],
};

export interface LeaseLookups {
  refs: Map<string, PersonRef>;
  person: (id: string) => PersonRef;
  /** Requests that the reader may open. */
  openable: ReadonlySet<string>;
  /** By id of the definition. */
  processes: Map<string, Process>;
}

const rentOf = (amount: string | null, currency: string) => wireMoney(amount, currency);

/** What comes next for a lease, and by which day it should. Pure. */
function nextOf({ state, expiresOn, daysLeft }: StandingLease): { next: LeaseMilestone; nextOn: string } {
  const ahead = LEASE_MILESTONES.filter(({ days }) => days < daysLeft);
  const [first] = ahead;
  const wanted: LeaseMilestone = state === 'leaving' || !first ? 'exit' : state === 'renewing' ? first.id : 'remind';
  const { days } = LEASE_MILESTONES.find(({ id }) => id === wanted) ?? LEASE_MILESTONES[0];
  return { next: wanted, nextOn: state === 'leaving' ? expiresOn : dayAfter(expiresOn, -days) };
}

/** A lease as its reader sees it. Pure. */
export function leaseRow(lease: StandingLease, around: LeaseLookups): LeaseRow {
  const { id, number, unitId, unit, region, place, startsOn, expiresOn, daysLeft, rent, commission, deposit, currency, state, late } =
    lease;
  const money = rentOf(rent, currency);
  if (!money || !LEASE_STATES.includes(state)) throw new Error(`Expected lease ${id} to be complete, but it is not`);
  return {
    ...{ id, number, unitId, unit, region, place, startsOn, expiresOn, daysLeft, commission, state, late },
    rent: money,
    deposit: rentOf(deposit, currency),
    request: requestOf(lease, around),
    ...nextOf(lease),
  };
}

function requestOf(lease: StandingLease, { processes, person, openable }: LeaseLookups): LeaseRequestView | null {
  const { requestId, requestNumber, definitionId, step, due, stuck, waitingFor } = lease;
  if (requestId === null) return null;
  const process = processes.get(definitionId ?? '');
  const known = step === null ? undefined : ownValue(process?.steps, step);
  return {
    id: requestId,
    number: requestNumber,
    step: step === 'returned' ? RETURNED_STEP : stuck ? unblockTitle(step) : known && isHuman(known) ? known.title : null,
    waitingFor: waitingFor.map(person),
    dueAt: due,
    late: due !== null && Date.parse(due) < clock.ms(),
    stuck: stuck === true,
    readable: openable.has(requestId),
  };
}

type MilestoneState = (typeof MILESTONE_STATES)[number];

/** When what should begin, and how far it has come: by the steps of its renewal, where there is one. Pure. */
export function milestonesOf(lease: StandingLease, steps: Record<string, StepRecord> | null): LeaseMilestoneView[] {
  const { expiresOn, daysLeft, state } = lease;
  const begun = state === 'renewing';
  const passed = (id: LeaseMilestone): boolean => {
    if (id === 'remind') return begun || state === 'leaving';
    return begun && (STEPS_OF[id] ?? []).some((step) => ['passed', 'merged'].includes(ownValue(steps, step)?.status ?? ''));
  };
  const done = LEASE_MILESTONES.filter(({ id }) => passed(id)).map(({ id }) => id);
  const first = LEASE_MILESTONES.find(({ id }) => !done.includes(id))?.id;
  const stateOf = (id: LeaseMilestone, days: number): MilestoneState => {
    if (done.includes(id)) return 'done';
    if (state === 'leaving') return id === 'exit' ? 'now' : 'ahead';
    if (daysLeft < days) return 'late';
    return begun && id === first ? 'now' : 'ahead';
  };
  return LEASE_MILESTONES.map(({ id, days, title }) => ({ id, title, on: dayAfter(expiresOn, -days), state: stateOf(id, days) }));
}
