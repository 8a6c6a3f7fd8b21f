import type { RecurringWorkflowInput } from '@countersign/contracts';
import {
  FactsRepository,
  NotificationRepository,
  OFF_REGISTER,
  ProcessCache,
  RecurringRepository,
  type BegunRequest,
  type PlannedStart,
  type RecurringProcess,
  type RecurringStart,
  type RecurringUnit,
} from '@countersign/database';
import {
  commandId,
  scheduledForm,
  scheduledId,
  starterOf,
  unitStarts,
  uuidv5,
  type Bilingual,
  type CompanyTimes,
  type Definition,
  type FormValues,
} from '@countersign/domain';
import { atOnce, CommandSender, ProgramLog } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { rowTitle } from '../activities/row-title';
import { dueSpan } from './due-span';

/** Starts under way at the same time. */
const AT_ONCE = 4;
const PAGE = 200;
const BEAT_MS = 2_000;
/** Namespace of the notices that a draft waits to be filled in. */
const NOTICES = '6a1f7c52-5d0f-5c1e-9d6e-3f3c7b1f6a12';

/** What is known of a process while its starts are seen to. */
interface Starting {
  process: RecurringProcess;
  definition: { id: string; body: Definition };
  around: CompanyTimes;
  units: ReadonlyMap<string, RecurringUnit>;
}

/** What the register says by now of the row that a start is about; undefined: it asks for nothing any more. */
const rowOf = ({ process, around }: Starting, { unit, day, about, row }: RecurringStart): RecurringStart['row'] | undefined =>
  process.rule.every === 'date'
    ? around.register.find((each) => each.unit === unit && each.about === about && each.day === day)?.values
    : row;

type Ended = { state: 'started' | 'draft' } | { state: 'failed'; fault: string };

/** Starts what is due by itself: first it is put down, each for its unit and day, then one after another is begun. Everything here may be done again. */
@Injectable()
export class RecurringStarts {
  constructor(
    private readonly recurring: RecurringRepository,
    private readonly facts: FactsRepository,
    private readonly processes: ProcessCache,
    private readonly notifications: NotificationRepository,
    private readonly sender: CommandSender,
    private readonly log: ProgramLog,
  ) {}

  /** `beat` is called again and again while it works. Throws where something is not known to be started yet. */
  async startDue(input: RecurringWorkflowInput, beat: () => void): Promise<void> {
    const beating = setInterval(beat, BEAT_MS);
    try {
      await this.start(input);
    } finally {
      clearInterval(beating);
    }
  }

  private async start({ companyId, definition: key }: RecurringWorkflowInput): Promise<void> {
    const process = await this.recurring.one(companyId, key);
    const definition = process?.inUse ? await this.recurring.inUse(process) : null;
    if (!process || !definition) return;
    const around = await this.recurring.around(process, 0);
    const starting = { process, definition, around, units: new Map(around.units.map((unit) => [unit.id, unit])) };
    if (process.pausedAt === null) await this.plan(starting);
    const errors: unknown[] = [];
    let page = await this.recurring.waiting(process, PAGE, null);
    for (; page.length > 0; page = await this.recurring.waiting(process, PAGE, page.at(-1) ?? null))
      errors.push(...(await this.beginAll(starting, page)));
    await this.tellOwners(starting);
    if (errors.length > 0) throw errors[0];
  }

  /** Puts down what has become due. */
  private async plan({ process, around }: Starting): Promise<void> {
    const { companyId, key, rule } = process;
    const due = unitStarts(rule, around, dueSpan(process));
    const starts = due.map(({ unit, day, about, at, unknown, row }): PlannedStart => {
      return {
        unit,
        day,
        about,
        at,
        row,
        requestId: scheduledId(companyId, key, { unit, day, about }),
        fault: unknown ? 'year-without-data' : null,
      };
    });
    await this.recurring.plan(process, starts);
  }

  /** One that cannot be begun keeps no other waiting; returns what went wrong. */
  private async beginAll(starting: Starting, page: readonly RecurringStart[]): Promise<unknown[]> {
    const errors: unknown[] = [];
    await atOnce(AT_ONCE, page, async (one) => {
      try {
        await this.beginOne(starting, one);
      } catch (error) {
        this.log.lines.warn({ err: error, request: one.requestId }, 'a request that starts by itself could not be started yet');
        errors.push(error);
      }
    });
    return errors;
  }

  private async beginOne(starting: Starting, one: RecurringStart): Promise<void> {
    const ended = await this.begun(starting, one);
    await this.recurring.ended(starting.process, one, ended.state, ended.state === 'failed' ? ended.fault : null);
  }

  private async begun(starting: Starting, one: RecurringStart): Promise<Ended> {
    const { process, units } = starting;
    const known = await this.recurring.known(one.requestId);
    if (known !== null && known.n > 0) return { state: 'started' };
    const path = units.get(one.unit)?.path;
    const requester = known?.requesterId ?? (path && starterOf(await this.recurring.posts(process, process.rule.starter), path));
    if (requester == null) return { state: 'failed', fault: 'no-starter' };
    const row = known === null ? rowOf(starting, one) : one.row;
    if (row === undefined) return { state: 'failed', fault: OFF_REGISTER };
    // What was begun goes on as it was begun, whatever a newer version would fill in.
    const form = known?.form ?? scheduledForm(process.rule, { ...one, row });
    if (known === null) await this.putDown(starting, one, { requesterId: requester, form });
    return process.rule.begins === 'draft'
      ? this.tellOfDraft(starting, one, requester)
      : this.submit(process, one, { actor: requester, form });
  }

  private async putDown(
    { process, definition, units }: Starting,
    one: RecurringStart,
    of: Pick<BegunRequest, 'requesterId' | 'form'>,
  ): Promise<void> {
    const { companyId } = process;
    const { requesterId, form } = of;
    const known = await this.processes.byDefinitionId(definition.id);
    if (!known) throw new Error(`Expected ${process.key} to have a definition ${definition.id}, but it is gone`);
    const ids = Object.values(form).filter((value): value is string => typeof value === 'string' && units.has(value));
    const directory = await this.facts.directoryFor(known, { companyId, people: [requesterId], units: ids });
    const head = { requesterId, state: null, number: null };
    const title = rowTitle(known.process, head, form, directory);
    await this.recurring.begin({ id: one.requestId, companyId, definitionId: definition.id, requesterId, form, rowTitle: title });
  }

  private async submit(
    process: RecurringProcess,
    { requestId, tries }: RecurringStart,
    { actor, form }: { actor: string; form: FormValues },
  ): Promise<Ended> {
    const body = { type: 'submit' as const, requestId, actor, form, choices: {} };
    const answer = await this.sender.send({ id: commandId(actor, `scheduled:${requestId}:${tries}`), companyId: process.companyId, body });
    if (answer.kind === 'done') return { state: 'started' };
    if (answer.kind === 'open') throw new Error(`Expected request ${requestId} to be submitted, but nothing is known of it yet`);
    await this.recurring.discard(requestId);
    return {
      state: 'failed',
      fault: answer.kind === 'refused' ? answer.refusal.code : answer.kind === 'lease-out' ? OFF_REGISTER : answer.kind,
    };
  }

  /** Its requester hears that there is something to fill in. */
  private async tellOfDraft({ process }: Starting, { requestId }: RecurringStart, personId: string): Promise<Ended> {
    const notice = { id: uuidv5(`${requestId}/${personId}`, NOTICES), companyId: process.companyId, personId };
    await this.notifications.deliver([
      { ...notice, notice: 'scheduled-to-fill-in', params: { step: null, n: 0, by: null }, requestId, step: null },
    ]);
    return { state: 'draft' };
  }

  private async tellOwners({ process, definition, units }: Starting): Promise<void> {
    const failed = await this.recurring.untold(process);
    const [first] = failed;
    if (first === undefined) return;
    const { title } = definition.body;
    const unit = units.get(first)?.name;
    const many: Bilingual = { zh: `${failed.length} 个组织`, en: `${failed.length} units` };
    const whose = failed.length === 1 && unit ? unit : many;
    await this.recurring.tellOwners(process, { zh: `${title.zh} · ${whose.zh}`, en: `${title.en} · ${whose.en}` });
  }
}
