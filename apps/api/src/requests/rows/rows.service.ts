import { ProcessCache } from '@countersign/database';
import {
  hiddenFrom,
  isHuman,
  isSigned,
  isToClaim,
  lineTells,
  operationOf,
  opinionText,
  ownValue,
  WITH_REQUESTER,
  type Bilingual,
  type HumanStep,
  type PersonCommandType,
  type Process,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pageOf } from '../../http/cursor';
import type { PersonRef } from '../../http/schema/values.view';
import { PersonRefsService } from '../../people/person-refs.service';
import type { ChipView, InboxPage, InboxRow } from '../../tasks/dto/task.view';
import { wireMoney } from '../wire-money';
import { RETURNED_STEP, unblockTitle } from '../names/step-titles';
import { cursorOf } from './row-cursor';
import { orderOf } from './row-lists';
import { foundStatement, rowStatement, type FoundRow, type RowQuestion } from './row-query';
import { RowSearchService } from './row-search.service';

/** What the rows of one page are worded with. */
interface RowSurroundings {
  refs: Map<string, PersonRef>;
  /** By id of the definition. */
  processes: Map<string, Process>;
  reader: string;
}

/** Reads lists of requests and dresses their rows. */
@Injectable()
export class RowsService {
  constructor(
    private readonly database: DataSource,
    private readonly processes: ProcessCache,
    private readonly people: PersonRefsService,
    private readonly searches: RowSearchService,
  ) {}

  async page(question: RowQuestion): Promise<InboxPage> {
    const order = orderOf(question.source, question.sort);
    const wanted = { ...question, limit: question.limit + 1 };
    if (question.q !== undefined && question.q.trim() !== '') {
      const places = await this.searches.find(wanted, question.q);
      const { rows, nextCursor } = pageOf(places, question.limit, (place) => cursorOf(order, place));
      return { items: await this.worded(question, foundStatement(question, rows)), nextCursor };
    }
    const { text, values } = rowStatement(wanted);
    const found = await this.database.query<FoundRow[]>(text, values);
    const { rows, nextCursor } = pageOf(found, question.limit, (row) => cursorOf(order, row));
    return { items: await this.wordedAll(question, rows), nextCursor };
  }

  /** The row of one request, in the words of a list that it need not stand on: whether the reader may see it was asked before. */
  async one(question: Pick<RowQuestion, 'source' | 'personId' | 'companyId'>, requestId: string): Promise<InboxRow[]> {
    const asked = { ...question, limit: 1, cursor: null };
    return this.worded(asked, foundStatement(asked, [{ requestId }]));
  }

  private async worded(question: RowQuestion, { text, values }: { text: string; values: unknown[] }): Promise<InboxRow[]> {
    return this.wordedAll(question, await this.database.query<FoundRow[]>(text, values));
  }

  private async wordedAll({ personId }: RowQuestion, rows: FoundRow[]): Promise<InboxRow[]> {
    const refs = await this.people.byIds(
      rows.flatMap((row) => [
        ...Object.values(row.seats ?? {}).map(({ actingFor }) => actingFor),
        row.requesterId,
        ...row.waitingFor,
        row.decision?.by,
        ...row.opinions.map((opinion) => opinion.person),
      ]),
    );
    const processes = await this.processesOf(rows);
    return rows.map((row) => this.inWords(row, { refs, processes, reader: personId }));
  }

  /** Each process once, however many rows it has. */
  private async processesOf(rows: FoundRow[]): Promise<Map<string, Process>> {
    const ids = [...new Set(rows.map(({ definitionId }) => definitionId))];
    const known = await Promise.all(ids.map((id) => this.processes.byDefinitionId(id)));
    return new Map(ids.flatMap((id, at) => (known[at] ? [[id, known[at].process] as const] : [])));
  }

  private inWords(row: FoundRow, by: RowSurroundings): InboxRow {
    const process = by.processes.get(row.definitionId);
    if (!process) throw new Error(`Expected request ${row.requestId} to have a definition, but it is gone`);
    const { ownSteps: steps, readsAll, concerned } = row;
    const hidden = hiddenFrom(process, { requester: row.requesterId === by.reader, readsAll, steps, through: !concerned });
    const person = (id: string): PersonRef => this.people.in(by.refs, id);
    const { decision } = row;
    return {
      taskId: row.taskId,
      requestId: row.requestId,
      number: row.number,
      rowTitle: titleOf(row, process, hidden),
      definition: { key: row.definitionKey, title: row.definitionTitle },
      requester: person(row.requesterId),
      amount: hidden.has(process.definition.amount ?? '') ? null : wireMoney(row.amountMinor, row.currency),
      submittedAt: row.submittedAt?.toISOString() ?? null,
      waitingSince: row.since.toISOString(),
      dueAt: row.dueAt?.toISOString() ?? null,
      group: row.group,
      round: row.round,
      overPlan: row.overPlan,
      status: row.diverged ? 'blocked' : row.status,
      step: stepTitle(process, row),
      waitingFor: row.waitingFor.map(person),
      decided: decision && {
        by: person(decision.by),
        at: new Date(decision.at).toISOString(),
        action: decision.action,
        past: pastOf(process, decision),
      },
      toClaim: row.taskId !== null && isToClaim(stepOf(process, row), row.seats),
      pending: row.pending,
      unread: row.unread,
      chips: [...actedFor(row, by.reader, person), ...chipsOf(row, process, person)],
    };
  }
}

function stepOf(process: Process, { step }: FoundRow): HumanStep | undefined {
  const found = step === null ? undefined : ownValue(process.steps, step);
  return found && isHuman(found) ? found : undefined;
}

function titleOf(row: FoundRow, process: Process, hidden: ReadonlySet<string>): Bilingual {
  return lineTells(process.definition, hidden) || row.rowTitle === null ? row.definitionTitle : row.rowTitle;
}

/** What is said of a decision where it was taken: 已同意, 已付款. */
function pastOf(process: Process, { action, step }: NonNullable<FoundRow['decision']>): Bilingual {
  const { past, pastOn } = operationOf(action as PersonCommandType);
  const found = ownValue(process.steps, step);
  return (found && isHuman(found) && pastOn?.(found)) || past;
}

function stepTitle(process: Process, row: FoundRow): Bilingual | null {
  if (row.status === 'returned') return RETURNED_STEP;
  if (row.status === 'blocked' && row.taskId !== null) return unblockTitle(row.step);
  return row.step === null ? null : (ownValue(process.steps, row.step)?.title ?? null);
}

const STUCK: Bilingual = { zh: '受阻', en: 'Stuck' };
const REQUESTER_LEFT: Bilingual = { zh: '申请人已停用', en: 'Requester has left' };

/** How many of those who sign the step have agreed; none where one word settles it. */
function signed(row: FoundRow, process: Process): ChipView[] {
  const { seats } = row;
  const step = stepOf(process, row);
  if (step === undefined || seats === null) return [];
  if (!isSigned(step, { status: 'open', generation: 0, seats })) return [];
  const all = Object.values(seats).filter(({ question }) => question === undefined);
  const agreed = all.filter(({ vote }) => vote?.answer === 'yes').length;
  return [{ kind: 'signed', text: { zh: `会签 ${agreed}/${all.length}`, en: `${agreed} of ${all.length} signed` } }];
}

/** For whom the reader is asked, while that one is away. */
function actedFor({ seats }: FoundRow, reader: string, person: (id: string) => PersonRef): ChipView[] {
  const absent = Object.values(seats ?? {}).flatMap((seat) =>
    seat.person === reader && !seat.vote && seat.actingFor ? [seat.actingFor] : [],
  );
  return [...new Set(absent)].map((id) => {
    const { zh, en } = person(id).name;
    return { kind: 'acting-for', text: { zh: `代${zh}`, en: `For ${en}` } };
  });
}

function chipsOf(row: FoundRow, process: Process, person: (id: string) => PersonRef): ChipView[] {
  const chips: ChipView[] = [];
  if (row.diverged) chips.push({ kind: 'diverged', text: { zh: '待核对', en: 'Being checked' } });
  else if (row.status === 'blocked') chips.push({ kind: 'blocked', text: row.step === WITH_REQUESTER ? REQUESTER_LEFT : STUCK });
  if (row.status === 'returned' || row.sentBack) chips.push({ kind: 'returned', text: { zh: '已退回', en: 'Returned' } });
  if (row.round > 1) chips.push({ kind: 'round', text: { zh: `第 ${row.round} 次提交`, en: `Round ${row.round}` } });
  if (row.overPlan) chips.push({ kind: 'over-plan', text: { zh: '计划外', en: 'Over plan' } });
  chips.push(...signed(row, process));
  for (const { person: id, stance } of row.opinions) {
    const { unit, name } = person(id);
    chips.push({ kind: stance, text: opinionText(stance, unit ?? name) });
  }
  return chips;
}
