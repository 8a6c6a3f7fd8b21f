import { setTimeout as pause } from 'node:timers/promises';
import { CaseReplay, type CaseResult, type ChildKind, type Replay } from './case-replay';
import { activityOf } from './log/cases';
import { Deviation } from './deviation';
import { activitiesNamed } from './mapping/mapping';
import { KNOWN_WITHIN_MS, type View } from './request-client';
import type { Attributes, LogCase } from './log/xes';

/** What one request does moves another by news, which take a moment to arrive. */
const NEWS_MS = 10_000;
const BETWEEN_MS = 200;

/** One event of a case, whose it is, and the how-manieth of theirs. */
interface Turn {
  run: CaseReplay;
  index: number;
}

/** Replays one case with what was started from it, event after event in the order of the log. */
export async function replayCase(replay: Replay, logCase: LogCase): Promise<CaseResult> {
  const family = new Family(replay, logCase);
  const { turns } = family;
  const activities = turns.map(({ run, index }) => run.activities[index] ?? '');
  const { name } = family.parent.result();
  const ended = (refusal: CaseResult['refusal']): CaseResult => ({ name, activities, refusal, lookedAhead: family.lookedAhead() });
  for (const [place, turn] of turns.entries()) {
    const deviation = await family.take(turn).catch(deviationOf);
    if (deviation) return ended(turn.run.refusal(deviation, { event: place + 1, activity: activities[place] ?? '' }));
  }
  for (const run of family.told()) {
    const deviation = await family.ends(run).catch(deviationOf);
    if (deviation) return ended(run.refusal(deviation, { event: activities.length, activity: activities.at(-1) ?? '' }));
  }
  return ended(null);
}

function deviationOf(error: unknown): Deviation {
  if (error instanceof Deviation) return error;
  throw error;
}

/** The request of a case, and those that are started from it. */
class Family {
  readonly parent: CaseReplay;
  readonly turns: Turn[];
  private readonly children: CaseReplay[];
  /** Requests of the product that some child of the log is already. */
  private readonly known = new Set<string>();
  private begunAlone = false;

  constructor(
    private readonly replay: Replay,
    logCase: LogCase,
  ) {
    const own = (event: Attributes): boolean => replay.children.every((kind) => nameIn(event, kind, replay) === undefined);
    this.parent = new CaseReplay(replay, { ...logCase, events: logCase.events.filter(own) });
    this.children = replay.children.flatMap((kind) => this.childrenOf(kind, logCase));
    const places = new Map(this.all().flatMap((run) => run.events.map((event, index): [Attributes, Turn] => [event, { run, index }])));
    this.turns = logCase.events.flatMap((event) => places.get(event) ?? []);
  }

  all(): CaseReplay[] {
    return [this.parent, ...this.children];
  }

  /** Those of which the log tells something: what was started alone has no parent to look at. */
  told(): CaseReplay[] {
    return this.parent.last() === undefined && this.begunAlone ? this.children : this.all();
  }

  lookedAhead(): boolean {
    return this.all().some((run) => run.result().lookedAhead);
  }

  /** One event; null when it was accepted. What another request has to say first is waited for. */
  async take({ run, index }: Turn): Promise<null> {
    if (this.children.length > 0) await this.until(async () => (await run.look()) === null || run.fits(index));
    return run.event(index);
  }

  /** Whether a request stands where its last event leaves it. */
  async ends(run: CaseReplay): Promise<null> {
    if (this.children.length === 0) return run.end();
    let deviation: Deviation | null = null;
    await this.until(async () => (deviation = await run.end().catch(deviationOf)) === null);
    if (deviation) throw deviation as Deviation;
    return null;
  }

  private childrenOf(kind: ChildKind, logCase: LogCase): CaseReplay[] {
    const { definition, mapping } = kind;
    const { log } = this.replay.mapping;
    const replay: Replay = { ...this.replay, definition, mapping: { ...mapping, log }, children: [] };
    const nameOf = (event: Attributes): string | undefined => nameIn(event, kind, this.replay);
    return [...new Set(logCase.events.flatMap((event) => nameOf(event) ?? []))].map((name) => {
      // Whoever is picked for the case is picked for all of its requests.
      const events = logCase.events.filter((event) => nameOf(event) === name);
      return new CaseReplay(replay, { ...logCase, events }, (by) => this.begin(kind, by));
    });
  }

  /**
   * The next request of a process that comes from the parent: one that a step of it has started, else one that somebody starts by hand. Null where it
   * begins without one.
   */
  private async begin({ definition: { key: definition }, alone }: ChildKind, by: string): Promise<View | null> {
    const { requests, people } = this.replay;
    if (alone && this.parent.last() === undefined) {
      this.begunAlone = true;
      return null;
    }
    const token = await people.token(by);
    const started = await this.next(definition, token);
    if (started) return started;
    const parent = this.parent.view;
    if (!parent) throw new Deviation('not-begun', 'it is started from a request that was not saved or submitted yet');
    await requests.command(`/requests/${parent.id}/start-child`, { token, body: { to: definition } });
    let found: View | null = null;
    await this.until(async () => (found = await this.next(definition, token)) !== null, KNOWN_WITHIN_MS);
    if (found) return found;
    throw new Deviation('unknown', `the request that was started from ${parent.id} was not there after ${KNOWN_WITHIN_MS / 1000} s`);
  }

  private async next(definition: string, token: string): Promise<View | null> {
    const parent = await this.parent.look();
    for (const { id, status } of parent?.children ?? []) {
      if (this.known.has(id) || status === 'starting' || status === 'refused') continue;
      const child = await this.replay.requests.read(id, token).catch(() => null);
      if (child?.definition.key !== definition) continue;
      this.known.add(id);
      return child;
    }
    return null;
  }

  private async until(there: () => Promise<boolean>, ms = NEWS_MS): Promise<void> {
    for (const end = Date.now() + ms; Date.now() < end; await pause(BETWEEN_MS)) if (await there()) return;
  }
}

/** Which request of a kind an event belongs to; undefined where it belongs to none. */
function nameIn(event: Attributes, { attribute, mapping }: ChildKind, { mapping: { log } }: Replay): string | undefined {
  if (attribute !== null) return event[attribute];
  return activitiesNamed(mapping, activityOf(event, { log })).length > 0 ? '' : undefined;
}
