import {
  bilingualSchema,
  hiddenFrom,
  lineTells,
  mailText,
  momentText,
  noticeText,
  operationOf,
  ownValue,
  type Bilingual,
  type FormValues,
  type Json,
  type MailText,
  type Notice,
  type PersonCommandType,
  type Process,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ProcessCache } from '../processes/process-cache';
import { TemplateNamesRepository } from './template-names.repository';

/** A notice in words, as its reader may hear it. */
export interface WordedNotice {
  id: string;
  notice: Notice;
  params: Record<string, Json>;
  requestId: string | null;
  taskId: string | null;
  title: Bilingual;
  number: string | null;
  /** Of the request, where no step hides it from the reader. */
  amount: { minor: string; currency: string } | null;
  /** What the reader had pressed, where the notice is about that. */
  pressed: Bilingual | null;
  /** What whoever did it wrote to the reader. */
  reason: string | null;
  createdAt: Date;
  readAt: Date | null;
  supersededAt: Date | null;
  /** The task that it told of was decided by the reader. */
  decided: boolean;
}

/** Whose notices, and whether they may read every request of the company. */
export interface NoticeReader {
  personId: string;
  readsAll: boolean;
}

interface NoticeRow extends Omit<WordedNotice, 'title' | 'amount' | 'pressed' | 'reason'> {
  rowTitle: Bilingual | null;
  definitionTitle: Bilingual | null;
  definitionId: string | null;
  requester: Bilingual | null;
  requesterId: string | null;
  unitId: string | null;
  form: FormValues | null;
  /** How the reader comes to read the request. */
  own: boolean;
  steps: string[];
  actor: Bilingual | null;
  amountMinor: string | null;
  currency: string | null;
  timeZone: string | null;
}

/** SQL array: the steps by which the person `$n` reads a request: of their tasks, and of the copies they got. To look after a step that found nobody is no part in it. */
export const readingSteps = (request: string, person: string): string =>
  `ARRAY(SELECT k.step FROM task k WHERE k.request_id = ${request} AND k.person_id = ${person} AND k.kind <> 'unblock'
      UNION SELECT y.step FROM copy y WHERE y.request_id = ${request} AND y.person_id = ${person})`;

const SELECT = `
  SELECT n.id, n.notice, n.params, n.request_id AS "requestId", n.task_id AS "taskId", r.row_title AS "rowTitle", d.body->'title' AS "definitionTitle",
    r.definition_id AS "definitionId", p.name AS requester, r.requester_id AS "requesterId", r.unit_id AS "unitId",
    r.requester_id = $1 AS own, ${readingSteps('n.request_id', '$1')} AS steps, (SELECT name FROM person WHERE id = (n.params->>'by')::uuid) AS actor,
    r.number, r.amount_minor AS "amountMinor", r.currency, (SELECT time_zone FROM company WHERE id = r.company_id) AS "timeZone",
    EXISTS (SELECT 1 FROM task t WHERE t.id = n.task_id AND t.person_id = n.person_id AND t.status = 'decided') AS decided,
    n.created_at AS "createdAt", n.read_at AS "readAt", n.superseded_at AS "supersededAt"`;
const FROM = `
  FROM notification n LEFT JOIN request r ON r.id = n.request_id LEFT JOIN definition d ON d.id = r.definition_id LEFT JOIN person p ON p.id = r.requester_id`;
const PAGE = `${SELECT}${FROM}
  WHERE n.person_id = $1 AND ($2::timestamptz IS NULL OR (n.created_at, n.id) < ($2, $3::uuid)) ORDER BY n.created_at DESC, n.id DESC LIMIT $4`;
/** What is still so, not read, and asks for nothing that was done. Of a task it tells as long as the task is open. */
const FRESH = `${SELECT}, r.form${FROM}
  WHERE n.person_id = $1 AND n.id = ANY ($2) AND n.superseded_at IS NULL AND n.read_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM task t WHERE t.id = n.task_id AND t.status <> 'open') ORDER BY n.created_at, n.id`;

const NOTHING: Bilingual = { zh: '—', en: '—' };

/** Notices in words. The bell and mail both read them here, so that neither tells what the other keeps to itself. */
@Injectable()
export class WordedNoticesRepository {
  constructor(
    private readonly database: DataSource,
    private readonly processes: ProcessCache,
    private readonly names: TemplateNamesRepository,
  ) {}

  /** Newest first, behind the place `after` (time and id; nulls: from the beginning). */
  async page(reader: NoticeReader, after: readonly (string | null)[], most: number): Promise<WordedNotice[]> {
    const rows = await this.database.query<NoticeRow[]>(PAGE, [reader.personId, ...after, most]);
    return Promise.all(rows.map(async (row) => told(row, reader, await this.processOf(row))));
  }

  /** Those of them that are still worth a mail, oldest first, with what their definition says of them. */
  async fresh(reader: NoticeReader, ids: readonly string[]): Promise<(WordedNotice & { mail: MailText | null })[]> {
    const rows = await this.database.query<NoticeRow[]>(FRESH, [reader.personId, ids]);
    return Promise.all(
      rows.map(async (row) => {
        const process = await this.processOf(row);
        return { ...told(row, reader, process), mail: await this.mailOf(row, reader, process) };
      }),
    );
  }

  private async processOf({ definitionId }: NoticeRow): Promise<Process | null> {
    return definitionId === null ? null : ((await this.processes.byDefinitionId(definitionId))?.process ?? null);
  }

  private async mailOf(row: NoticeRow, reader: NoticeReader, process: Process | null): Promise<MailText | null> {
    const { form, requesterId, unitId, number, requester } = row;
    if (!process?.definition.mails?.some(({ notice }) => notice === row.notice) || !form || !requesterId || !requester) return null;
    const names = await this.names.of(process.definition, form, { requesterId, unitId, number, requester });
    return mailText(row.notice, { definition: process.definition, values: form, names }, hiddenIn(process, row, reader));
  }
}

const hiddenIn = (process: Process, { own, steps }: NoticeRow, { readsAll }: NoticeReader): ReadonlySet<string> =>
  hiddenFrom(process, { requester: own, steps, readsAll });

/** The words of a notice, whatever it is about. From whom it is hidden what the row's title tells, to them only the process is named. */
function told(row: NoticeRow, reader: NoticeReader, process: Process | null): WordedNotice {
  const { id, notice, params, requestId, taskId, number, decided, createdAt, readAt, supersededAt, actor } = row;
  const step = ownValue(process?.steps, String(params['step']));
  const hidden = process === null ? null : hiddenIn(process, row, reader);
  // Who has to see to a command is told of which process it is, and nothing of what somebody is only just writing.
  const tells = notice === 'command-undelivered' || (process !== null && hidden !== null && lineTells(process.definition, hidden));
  const request = (tells ? null : row.rowTitle) ?? row.definitionTitle ?? namedIn(params) ?? NOTHING;
  const subject = { request, requester: row.requester ?? NOTHING, step: step?.title ?? null, actor, ...dueOf(row) };
  return {
    ...{ id, notice, params, requestId, taskId, number, decided, createdAt, readAt, supersededAt },
    title: noticeText(notice, subject),
    amount: tells || hidden?.has(process?.definition.amount ?? '') ? null : amountOf(row),
    pressed: notice === 'command-given-up' && params['type'] ? operationOf(params['type'] as PersonCommandType).button : null,
    reason: typeof params['reason'] === 'string' ? params['reason'] : null,
  };
}

/** What a notice is about that is about no request. */
function namedIn({ name }: NoticeRow['params']): Bilingual | null {
  const parsed = bilingualSchema.safeParse(name);
  return parsed.success ? parsed.data : null;
}

function amountOf({ amountMinor, currency }: NoticeRow): WordedNotice['amount'] {
  return amountMinor === null || currency === null ? null : { minor: amountMinor, currency };
}

/** When it is due what the notice is about, in the company's words. */
function dueOf({ params, timeZone }: NoticeRow): { due?: Bilingual } {
  const due = params['due'];
  return typeof due === 'string' && timeZone !== null ? { due: momentText(due, timeZone) } : {};
}
