import { ExportRepository, clock, type ExportJob } from '@countersign/database';
import { inTurns, ProgramLog } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { PassThrough, Readable, Writable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../auth/actor';
import { Problem } from '../http/problem/problem';
import { TakingTurns } from '../http/taking-turns';
import type { Cell } from './exported-list';
import type { ExportBody, ExportView } from './export.view';
import { ListReadingService, type ListReading } from './list-reading.service';
import { EXPORTED_LISTS, type ExportedListName } from './lists';
import { csvSheet } from './sheets/csv.sheet';
import { excelSheet } from './sheets/excel.sheet';
import { xesSheet } from './sheets/xes.sheet';
import { sheetMoment, type Sheet, type SheetFormat, type SheetReading } from './sheets/sheet';

/** Up to so many rows the file itself is the answer; more are written on the side. */
export const AT_ONCE_ROWS = 5_000;
/** No export is longer. */
export const MOST_ROWS = 100_000;
const MOST_RUNNING = 2;
/** Lists that different people have read whole at the same time, before an answer begins. */
const READ_AT_ONCE = 3;
const SHOWN = 20;
const PART_BYTES = 1 << 20;
const DAY_MS = 24 * 60 * 60_000;

const WRITERS = { csv: csvSheet, xlsx: excelSheet, xes: xesSheet };

/** A file that is there. */
export interface SheetFile {
  name: string;
  format: SheetFormat;
  content: Readable;
}
export type Exported = { kind: 'file'; file: SheetFile } | { kind: 'job'; job: ExportView };

/** Lists as files: short ones at once, long ones on the side, with progress, until they are cancelled or a day has passed. */
@Injectable()
export class ExportsService {
  private readonly turns = new TakingTurns(READ_AT_ONCE);

  constructor(
    private readonly lists: ListReadingService,
    private readonly exports: ExportRepository,
    private readonly log: ProgramLog,
  ) {}

  /** `gone`: whoever asked does not wait any more. */
  export(actor: Actor, body: ExportBody, gone: () => boolean): Promise<Exported> {
    return this.turns.take(actor.personId, () => this.atOnce(actor, body, gone));
  }

  private async atOnce(actor: Actor, { list, format, filters = {} }: ExportBody, gone: () => boolean): Promise<Exported> {
    const opened = await this.lists.open(actor, list, filters);
    // Only a list of events is a log.
    if (format === 'xes' && opened.list.columns.every(({ xes }) => xes === undefined))
      throw new Problem('invalid-parameter', { name: 'format' });
    const rows: Cell[][] = [];
    for await (const page of this.lists.pages(opened)) {
      rows.push(...page);
      if (rows.length > AT_ONCE_ROWS) return { kind: 'job', job: await this.begin(actor, opened, { list, format, filters }) };
      if (gone()) break;
    }
    const content = new PassThrough();
    void written(await WRITERS[format](content, opened.list.columns, opened.reading), rows);
    return { kind: 'file', file: { name: nameOf(opened.reading, format, clock.now()), format, content } };
  }

  private async begin(actor: Actor, opened: ListReading, { list, format, filters = {} }: ExportBody): Promise<ExportView> {
    const { companyId, personId, language } = actor;
    const job = await this.exports.begin({ id: uuidv7(), companyId, personId, list, format, language, filters }, MOST_RUNNING);
    if (!job) throw new Problem('too-many-exports', { most: MOST_RUNNING });
    void this.run(job, opened);
    return viewOf(job, opened.reading.timeZone);
  }

  /** Those of lists that may still be read. */
  async list(actor: Actor): Promise<ExportView[]> {
    const jobs = await this.exports.list(actor.personId, SHOWN);
    const open = jobs.filter(({ list }) => this.lists.closedTo(actor, list as ExportedListName) === null);
    return Promise.all(open.map((job) => this.shown(actor, job)));
  }

  async read(actor: Actor, id: string): Promise<ExportView> {
    return this.shown(actor, await this.found(actor, id));
  }

  /** The file of a finished one; whoever may not read the list any more does not get it. */
  async file(actor: Actor, id: string): Promise<SheetFile> {
    const job = await this.found(actor, id);
    const { reading } = await this.lists.open(actor, job.list as ExportedListName, job.filters);
    if (job.state !== 'done') throw new Problem('export-unfinished');
    const name = nameOf({ ...reading, language: job.language }, job.format, job.createdAt);
    return { name, format: job.format, content: Readable.from(this.exports.parts(id)) };
  }

  async cancel(actor: Actor, id: string): Promise<void> {
    if (!(await this.exports.cancel(actor.personId, id))) throw new Problem('not-found', { what: 'export' });
  }

  private async found({ personId }: Actor, id: string): Promise<ExportJob> {
    const job = await this.exports.find(personId, id);
    if (!job || job.state === 'cancelled') throw new Problem('not-found', { what: 'export' });
    return job;
  }

  /** Whoever looks after one that nobody is at work on (its process ended, say) takes it over. */
  private async shown(actor: Actor, job: ExportJob): Promise<ExportView> {
    const opened = await this.lists.open({ ...actor, language: job.language }, job.list as ExportedListName, job.filters);
    const taken = job.left ? await this.exports.takeOver(job) : null;
    if (taken) void this.run(taken, opened);
    return viewOf(taken ?? job, opened.reading.timeZone);
  }

  /** Writes it to its end, page by page; stops where it was cancelled. */
  private async run(job: ExportJob, opened: ListReading): Promise<void> {
    const out = new Parts((at, bytes) => this.exports.keep(job, at, bytes));
    try {
      const sheet = await WRITERS[job.format](out, opened.list.columns, opened.reading);
      let rows = 0;
      for await (const page of this.lists.pages(opened)) {
        for (const cells of page.slice(0, MOST_ROWS - rows)) sheet.add(cells);
        const cut = rows + page.length > MOST_ROWS;
        rows = Math.min(rows + page.length, MOST_ROWS);
        if (!(await this.exports.goesOn(job, rows))) return;
        await out.drained();
        if (cut) {
          out.cut = true;
          break;
        }
      }
      await sheet.end();
      await out.whole();
      await this.exports.end(job, 'done', out);
    } catch (error) {
      this.log.lines.error({ err: error, export: job.id, list: job.list }, 'an export failed');
      await this.exports.end(job, 'failed', out).catch(() => undefined);
    }
  }
}

/** Thousands of rows of a workbook take a second: others have their turn in between. */
async function written(sheet: Sheet, rows: readonly Cell[][]): Promise<void> {
  await inTurns(rowByRow(sheet, rows));
  await sheet.end();
}

function* rowByRow(sheet: Sheet, rows: readonly Cell[][]): Generator<void, void, void> {
  for (const cells of rows) {
    sheet.add(cells);
    yield;
  }
}

/** Keeps what is written in pieces of a megabyte. */
class Parts extends Writable {
  bytes = 0;
  cut = false;
  private held: Buffer[] = [];
  private heldBytes = 0;
  private at = 0;
  private readonly ended = new Promise<void>((resolve, reject) => this.once('close', resolve).once('error', reject));

  constructor(private readonly keep: (at: number, bytes: Buffer) => Promise<void>) {
    super({ highWaterMark: PART_BYTES });
    // Whoever waits for the end hears of it; until then nobody does.
    this.ended.catch(() => undefined);
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.held.push(chunk);
    this.heldBytes += chunk.length;
    this.bytes += chunk.length;
    if (this.heldBytes < PART_BYTES) return done();
    this.flush().then(() => done(), done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.flush().then(() => done(), done);
  }

  /** Until what was written has left memory. */
  async drained(): Promise<void> {
    if (this.writableNeedDrain) await new Promise<void>((resolve, reject) => this.once('drain', resolve).once('error', reject));
  }

  /** Until all of it is kept. */
  whole(): Promise<void> {
    return this.ended;
  }

  private async flush(): Promise<void> {
    if (this.heldBytes === 0) return;
    const bytes = Buffer.concat(this.held);
    [this.held, this.heldBytes] = [[], 0];
    await this.keep(this.at++, bytes);
  }
}

function nameOf({ title, language, timeZone }: SheetReading, format: SheetFormat, at: Date): string {
  return `${title[language]}-${sheetMoment(at.toISOString(), timeZone).slice(0, 10)}.${format}`;
}

function viewOf(job: ExportJob, timeZone: string): ExportView {
  const { id, list, format, state, rows, cut, bytes, createdAt, language } = job;
  const { title } = EXPORTED_LISTS[list as ExportedListName];
  return {
    ...{ id, list, title, format, state, rows, cut, bytes },
    name: nameOf({ title, language, timeZone }, format, createdAt),
    createdAt: createdAt.toISOString(),
    keptUntil: new Date(createdAt.getTime() + DAY_MS).toISOString(),
  };
}
