import { operationOf, type Definition } from '@countersign/domain';
import { Deviation } from './deviation';
import { fits, fitting, stepAsked, words } from './mapping/alternatives';
import { activityOf, hashOf } from './log/cases';
import { activitiesNamed, stepsOf } from './mapping/mapping';
import type { Activity, ActorSource, Mapping, NamedSource, NameSource, OperationCommand, Pick as Picked } from './mapping/mapping.schema';
import { bodyOf, decidingRows, NEEDS_REASON, seenOf, taskFor } from './mapping/operation-call';
import type { People } from './people';
import { standsAt, withoutTask, type RequestClient, type View } from './request-client';
import { nameOf, takeValues, type Taken } from './log/values';
import type { Attributes, LogCase } from './log/xes';

export interface Replay {
  definition: Definition;
  mapping: Mapping;
  people: People;
  requests: RequestClient;
  /** Of what is started from it: which events are its own, and how it is told. */
  children: ChildKind[];
}

export interface ChildKind {
  /** Event attribute that names each; null: there is one, of the events whose activity its mapping names. */
  attribute: string | null;
  alone: boolean;
  definition: Definition;
  mapping: Mapping;
}

/** Where and why a case was refused. */
export interface CaseRefusal {
  event: number;
  activity: string;
  code: string;
  reason: string;
  /** Where the request stood. */
  place: string;
}

export interface CaseResult {
  name: string;
  activities: string[];
  /** Null: every event was accepted, and the request stands where the log left it. */
  refusal: CaseRefusal | null;
  lookedAhead: boolean;
}

/** One request of a case: its events one after another, as the people of the log. */
export class CaseReplay {
  readonly activities: string[];
  readonly events: Attributes[];
  readonly requester: string;
  view: View | null = null;
  private readonly name: string;
  private lookedAhead = false;
  /** What the event at hand asks for, in words. */
  private asked = '';

  constructor(
    private readonly replay: Replay,
    private readonly logCase: LogCase,
    /** Where it comes from another request: has it begun there, as a draft of whoever is named. Null: it begins by itself. */
    private readonly begins: ((by: string) => Promise<View | null>) | null = null,
  ) {
    const { log, requester } = replay.mapping;
    this.events = log.lifecycle
      ? logCase.events.filter((event) => log.lifecycle?.includes(event['lifecycle:transition'] ?? ''))
      : logCase.events;
    this.activities = this.events.map((event) => activityOf(event, replay.mapping));
    this.name = logCase.attributes[log.case] ?? '';
    this.requester = this.pickFixed(requester, this.events[0] ?? {});
  }

  result(): Omit<CaseResult, 'refusal'> {
    return { name: this.name, activities: this.activities, lookedAhead: this.lookedAhead };
  }

  /** A refusal with the state: what stood where, and what was asked for. */
  refusal({ code, reason }: Deviation, at: { event: number; activity: string }): CaseRefusal {
    const place = standsAt(this.view);
    const asked = this.asked ? `stands at ${place}, was asked for ${this.asked}` : `stands at ${place}`;
    return { ...at, code, place, reason: reason.includes(`stands at ${place}`) ? reason : `${reason} (${asked})` };
  }

  /** One event as one command; null when it was accepted. */
  async event(index: number): Promise<null> {
    const name = this.activities[index] ?? '';
    this.asked = '';
    const activity = fitting(name, activitiesNamed(this.replay.mapping, name), this.view);
    this.asked = words(activity);
    const around = { activity, name, event: this.events[index] ?? {}, index };
    switch (activity.command) {
      case 'ignore':
        break;
      case 'draft':
      case 'submit':
        await this.fill(around);
        break;
      case 'acknowledge':
      case 'comment':
        await this.say(around);
        break;
      default:
        await this.operate(activity.command, around);
    }
    return null;
  }

  /** The last activity that says something of the request. */
  last(): string | undefined {
    return this.activities.findLast((name) => !this.isIgnored(name));
  }

  /** Whether the request stands where the last activity leaves it. */
  async end(): Promise<null> {
    this.asked = '';
    const last = this.last();
    if (last === undefined) throw new Deviation('empty-case', 'the case has no events, or none but those that are ignored');
    const { end } = this.replay.mapping;
    const expected = Object.hasOwn(end, last) ? end[last] : undefined;
    if (expected === undefined) throw new Deviation('unmapped-end', `the mapping does not say where a case ends after “${last}”`);
    const at = standsAt(await this.look());
    if ([expected].flat().includes(at)) return null;
    throw new Deviation('ends-elsewhere', `after “${last}” it should stand at ${[expected].flat().join(' or ')}, but it stands at ${at}`);
  }

  private isIgnored(name: string): boolean {
    const known = activitiesNamed(this.replay.mapping, name);
    return known.length > 0 && known.every(({ command }) => command === 'ignore');
  }

  private async fill({ activity, event, index }: EventPlace): Promise<void> {
    const { mapping, definition, people, requests } = this.replay;
    const token = await people.token(this.requester);
    const form = this.take({ ...mapping.form, ...activity.fields }, event, index);
    const draft = activity.command === 'draft';
    if (!this.view && this.begins) this.view = await this.begins(this.requester);
    if (!this.view) {
      const body = { definition: definition.key, form };
      const path = draft ? '/requests' : '/requests?submit=true';
      this.view = draft
        ? ((await requests.write('POST', path, { token, body })) as unknown as View)
        : await requests.command(path, { token, body });
      return;
    }
    const path = `/requests/${this.view.id}`;
    if (draft) this.view = (await requests.write('PUT', `${path}/draft`, { token, body: { form } })) as unknown as View;
    else this.view = await requests.command(`${path}/${this.view.status === 'draft' ? 'submit' : 'resubmit'}`, { token, body: { form } });
  }

  private async operate(command: OperationCommand, { activity, name, event, index }: EventPlace): Promise<void> {
    const { requests, people } = this.replay;
    const before = this.begun(name);
    const operation = operationOf(command);
    const here = operation.onStep ? this.hereFor(activity, name, before) : null;
    const actor = this.actor(activity.actor, { event, seats: here?.people ?? [], step: here?.step ?? '' });
    const token = operation.scope === 'operator' ? await people.operatorToken(actor) : await people.token(actor);
    const item = this.named(activity.item, event);
    const fields = this.take(activity.fields, event, index, operation.rowByRow);
    const brought = {
      item,
      to: this.named(activity.to, event),
      step: here?.step,
      person: activity.person && this.whom(activity.person, { event, seats: here?.people ?? [], actor }),
      from: here && here.people.length > 1 ? here.people[0]?.id : undefined,
      fields: Object.keys(fields).length > 0 ? fields : undefined,
      stance: activity.stance,
      resume: activity.resume,
      ...this.comment(activity, name, event),
    };
    if (operation.scope !== 'task' || !here) {
      this.view = await requests.command(`/requests/${before.id}/${command}`, { token, body: bodyOf(command, brought) });
      return;
    }
    const shownTo = await requests.read(before.id, token);
    const task = taskFor(command, here.step, shownTo);
    if (!task) throw new Deviation(...withoutTask(shownTo, activity, actor));
    const body = bodyOf(command, { ...brought, seen: seenOf(shownTo, here.step, item) });
    this.view = await requests.command(`/tasks/${task.id}/${command}`, { token, body, shown: shownTo.contentHash });
  }

  /** The step at which it is done. Throws a deviation where none of those that it may be done at waits. */
  private hereFor(activity: Activity, name: string, before: View): View['current'][number] {
    const here = stepAsked(activity, before);
    if (here) return here;
    const steps = stepsOf(activity);
    const needed = steps.length > 0 ? `waits for ${steps.join(' or ')}` : 'waits for a decision';
    throw new Deviation('not-at-step', `“${name}” can happen only while the request ${needed}, but it stands at ${standsAt(before)}`);
  }

  private async say({ activity, name, event }: EventPlace): Promise<void> {
    const before = this.begun(name);
    if (activity.command === 'acknowledge' && before.status !== 'returned')
      throw new Deviation('not-returned', `“${name}” acknowledges a return, but the request stands at ${standsAt(before)}`);
    const actor = this.actor(activity.actor, { event, seats: before.current.flatMap((step) => step.people), step: standsAt(before) });
    const token = await this.replay.people.token(actor);
    const { comment = name } = this.comment(activity, name, event);
    await this.replay.requests.write('POST', `/requests/${before.id}/comments`, { token, body: { text: comment } });
  }

  /** How the request stands now: others may have moved it. */
  async look(): Promise<View | null> {
    if (this.view) this.view = await this.replay.requests.read(this.view.id, await this.replay.people.token(this.requester));
    return this.view;
  }

  /** Whether an event can happen where the request stands. */
  fits(index: number): boolean {
    return activitiesNamed(this.replay.mapping, this.activities[index] ?? '').some((activity) => fits(activity, this.view));
  }

  private begun(name: string): View {
    if (!this.view) throw new Deviation('not-begun', `“${name}” comes before anything was saved or submitted`);
    return this.view;
  }

  private comment(activity: Activity, name: string, event: Attributes): { comment?: string } {
    if (typeof activity.comment === 'string') return { comment: activity.comment };
    if (activity.comment) {
      const text = event[activity.comment.attribute] ?? this.logCase.attributes[activity.comment.attribute];
      if (text) return { comment: text };
    }
    return NEEDS_REASON.has(activity.command) ? { comment: name } : {};
  }

  private named(source: NameSource | undefined, event: Attributes): string | undefined {
    return source === undefined ? undefined : nameOf(source, { event, trace: this.logCase.attributes });
  }

  private actor(source: ActorSource, at: { event: Attributes; seats: { id: string }[]; step: string }): string {
    const { people, mapping } = this.replay;
    if (source === 'requester') return this.requester;
    if (source === 'system') return mapping.system ?? this.requester;
    if ('person' in source) return source.person;
    const pool = this.pool(source.pool, at.event);
    if (source.pick !== 'assignee') return this.pickFixed({ pool, pick: source.pick }, at.event);
    const found = (mapping.people[pool] ?? []).find((key) => at.seats.some((seat) => seat.id === people.id(key)));
    if (!found) throw new Deviation('not-assignee', `nobody of “${pool}” has the task at ${at.step}`);
    return found;
  }

  /** Id of the person whom somebody names. */
  private whom(source: NamedSource, at: { event: Attributes; seats: { id: string }[]; actor: string }): string {
    const { people, mapping } = this.replay;
    if (source === 'requester') return people.id(this.requester);
    if ('person' in source) return people.id(source.person);
    const pool = this.pool(source.pool, at.event);
    if (source.pick !== 'another') return people.id(this.pickFixed({ pool, pick: source.pick }, at.event));
    const others = (mapping.people[pool] ?? []).filter(
      (key) => key !== at.actor && key !== this.requester && at.seats.every((seat) => seat.id !== people.id(key)),
    );
    const person = others[hashOf(this.name) % others.length];
    if (person === undefined) throw new Deviation('nobody-else', `everybody of “${pool}” has it already, asks for it or is who names`);
    return people.id(person);
  }

  private pool(source: NameSource, event: Attributes): string {
    const pool = this.named(source, event);
    if (pool !== undefined && Object.hasOwn(this.replay.mapping.people, pool)) return pool;
    throw new Deviation('unmapped-pool', pool === undefined ? 'the log names no pool here' : `the mapping has no pool “${pool}”`);
  }

  private pickFixed({ pool, pick }: { pool: string; pick: Exclude<Picked, 'assignee' | 'another'> }, event: Attributes): string {
    const { people, log } = this.replay.mapping;
    const among = people[pool] ?? [];
    const by = pick === 'case' ? this.name : (event[pick === 'resource' ? log.resource : pick.attribute] ?? '');
    const person = among[hashOf(by) % among.length];
    if (person === undefined) throw new Error(`Expected the pool ${pool} to have people, but it is empty`);
    return person;
  }

  private take(sources: Mapping['form'], event: Attributes, index: number, rowByRow = false): Taken['values'] {
    const { definition, people } = this.replay;
    const taken = takeValues(sources, rowByRow ? decidingRows(definition) : definition, {
      event,
      trace: this.logCase.attributes,
      later: this.activities.slice(index + 1),
      idOf: (kind, key) => (kind === 'person' ? people.id(key) : people.unitId(key)),
    });
    this.lookedAhead ||= taken.lookedAhead;
    return taken.values;
  }
}

interface EventPlace {
  activity: Activity;
  name: string;
  event: Attributes;
  index: number;
}
