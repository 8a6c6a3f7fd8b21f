import type { RecurringWorkflowInput } from '@countersign/contracts';
import { DatabaseListener, RecurringRepository, SCHEDULES_CHANNEL, type RecurringProcess } from '@countersign/database';
import { hashOf, ownValue, timesOfDay, unitStarts, type UnitStart } from '@countersign/domain';
import { ProgramLog, Schedules } from '@countersign/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Bell } from '../host/bell';
import { Rounds } from '../host/rounds';
import { WorkerSettings } from '../worker-settings';

/** Without being told it is looked so seldom: for a new day, and for what is past its time. */
const LOOK_MS = 60_000;
/** So soon where something could not be done, or nobody can tell. */
const SOON_MS = 3_000;
/** So far ahead is looked for the times of day at which a schedule fires: every month has a day in it, moved days as well. */
const AHEAD_DAYS = 70;
const DAY_MS = 86_400_000;

/**
 * Keeps Temporal's schedules as processes, calendars and pauses say: one for each process that starts by itself and each time zone of its units. They
 * fire at every time of day at which something is due on some day; what is due at that moment is looked up when they do.
 */
@Injectable()
export class RecurringSchedules implements OnApplicationBootstrap {
  /** Processes whose schedules this worker has put: whatever the rows say, the server may have been set up anew. */
  private readonly seen = new Set<string>();
  private readonly bell = new Bell();
  private readonly listener: DatabaseListener;
  /** All of them are as they should be. */
  private settled = false;

  constructor(
    private readonly recurring: RecurringRepository,
    private readonly schedules: Schedules,
    private readonly log: ProgramLog,
    private readonly rounds: Rounds,
    settings: WorkerSettings,
  ) {
    const wake = (): void => this.bell.ring();
    const url = settings.env.DATABASE_URL;
    this.listener = new DatabaseListener({ url, name: 'countersign-schedules', channels: [SCHEDULES_CHANNEL], heard: wake, missed: wake });
    const failed = 'schedules of processes that start by themselves could not be looked at';
    rounds.add({ failed, round: () => this.round(), rest: () => this.rest(), wake, over: () => this.over() });
  }

  onApplicationBootstrap(): void {
    this.listener.open();
  }

  private rest(): Promise<void> {
    return this.bell.wait(this.settled && this.listener.listens ? LOOK_MS : SOON_MS);
  }

  private async over(): Promise<void> {
    await this.listener.close();
    await this.schedules.close();
  }

  /** One that cannot be put keeps no other waiting. */
  private async round(): Promise<boolean> {
    this.settled = false;
    let settled = true;
    for (const process of await this.recurring.all()) {
      if (this.rounds.leaving) return false;
      try {
        await this.follow(process);
      } catch (error) {
        settled = false;
        this.log.lines.warn({ err: error, process: process.key }, 'the schedule of a process could not be put');
      }
    }
    this.settled = settled;
    return false;
  }

  private async follow(process: RecurringProcess): Promise<void> {
    const from = madeFrom(process);
    const id = `${process.companyId} ${process.key}`;
    const stale = process.appliedFrom !== from || !this.seen.has(id);
    const passed = process.nextAt !== null && process.nextAt <= process.now;
    const overdue = await this.isOverdue(process);
    const applied = stale || passed || overdue ? await this.put(process, { from, stale, overdue }) : process.applied;
    this.seen.add(id);
    const [zone] = Object.keys(applied);
    if ((process.askedAt === null && !overdue) || zone === undefined) return;
    await this.schedules.fire(named(process), zone);
    if (process.askedAt !== null) await this.recurring.underWay(process);
  }

  /** A register has a row that should have started something before it was entered: no time of day is waited for. */
  private async isOverdue(process: RecurringProcess): Promise<boolean> {
    const { rule, inUse, pausedAt, now } = process;
    if (rule.every !== 'date' || !inUse || pausedAt !== null) return false;
    const around = await this.recurring.around(process, 0);
    return this.recurring.anyNew(process, unitStarts(rule, around, { after: now, until: now }));
  }

  private async put(process: RecurringProcess, { from, stale, overdue }: Putting): Promise<Record<string, string[]>> {
    const starts = process.inUse ? await this.ahead(process) : [];
    const applied = process.inUse ? timesByZone(starts, process) : {};
    const firesAs = (zone: string): boolean => JSON.stringify(ownValue(applied, zone)) === JSON.stringify(ownValue(process.applied, zone));
    for (const [timeZone, times] of Object.entries(applied)) {
      if (!stale && firesAs(timeZone)) continue;
      await this.schedules.put(named(process), { timeZone, times, paused: process.pausedAt === null ? null : (process.pausedWhy ?? '') });
    }
    for (const zone of Object.keys(process.applied)) if (!(zone in applied)) await this.schedules.remove(named(process), zone);
    await this.recurring.applied(process, {
      applied,
      from,
      nextAt: overdue ? process.now : (starts.find(({ at }) => at > process.now)?.at ?? null),
    });
    return applied;
  }

  private async ahead(process: RecurringProcess): Promise<UnitStart[]> {
    const { rule, now } = process;
    const around = await this.recurring.around(process, AHEAD_DAYS);
    return unitStarts(rule, around, { after: now, until: new Date(Date.parse(now) + AHEAD_DAYS * DAY_MS).toISOString() });
  }
}

/** Why the schedules of a process are put. */
interface Putting {
  /** What they are made from. */
  from: string;
  /** They were made from something else, or by another worker. */
  stale: boolean;
  /** Something is to be started now. */
  overdue: boolean;
}

const named = ({ companyId, key }: RecurringProcess): RecurringWorkflowInput => ({ companyId, definition: key });

/** Everything that the schedules hang on. Pure. */
function madeFrom({ rule, inUse, directoryVersion, pausedAt, pausedWhy, now }: RecurringProcess): string {
  return hashOf({ rule, inUse, directoryVersion, pausedAt, pausedWhy, day: now.slice(0, 10) });
}

/** At which times of day something is due in each zone. Where nothing is as yet: by a register that may be filled any day, at its time; else at none. Pure. */
function timesByZone(starts: readonly UnitStart[], { rule, timeZone: company }: RecurringProcess): Record<string, string[]> {
  const zones = [...new Set(starts.map(({ timeZone }) => timeZone))].sort();
  if (zones.length === 0) return { [company]: rule.every === 'date' ? [rule.at.time] : [] };
  return Object.fromEntries(
    zones.map((zone) => [
      zone,
      timesOfDay(
        starts.filter(({ timeZone }) => timeZone === zone),
        zone,
      ),
    ]),
  );
}
