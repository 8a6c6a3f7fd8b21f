import { randomBytes, randomUUID } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import {
  commandId,
  compileStored,
  contentFor,
  standingStep,
  type CommandBody,
  type FormValues,
  type RequestState,
} from '@countersign/domain';
import { CommandRepository, DatabaseModule, runMigrations } from '@countersign/database';
import {
  CommandSender,
  JournalVerifier,
  PlatformModule,
  readEnv,
  RequestClient,
  type CommandOutcome,
  type Env,
} from '@countersign/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client, Connection } from '@temporalio/client';
import { DataSource } from 'typeorm';
import { buildParts } from '../../../apps/local/src/build/build-parts';
import { builtSettings, scriptOf } from '../../../apps/local/src/build/built';
import { createDatabase, type SuiteDatabase } from '../../support/database';
import { seedCompany, type Company } from './sample';
import { pause } from '../../support/eventually';

@Module({})
class SenderModule {}

const root = path.resolve(__dirname, '..', '..', '..');

/** Durable parts alone, on the real servers: senders in this process, workers as processes that a test may kill. */
export interface Room {
  env: Env;
  dataSource: DataSource;
  sender: CommandSender;
  commands: CommandRepository;
  client: RequestClient;
  verifier: JournalVerifier;
  temporal: Client;
  get<T>(token: new (...args: never[]) => T): T;
  company: Company;
  /** Starts a worker process and waits until it polls. */
  startWorker(env?: Record<string, string>): Promise<WorkerProcess>;
  stop(): Promise<void>;
}

export interface WorkerProcess {
  child: ChildProcess;
  output(): string;
  healthPort(): number;
  kill(signal: NodeJS.Signals): Promise<void>;
}

export async function openRoom(): Promise<Room> {
  await buildParts(root);
  const database = await createDatabase({ name: `template_durable`, prepare: async (url) => void (await runMigrations(url)) });
  const address = process.env.TEST_TEMPORAL_ADDRESS ?? '';
  const namespace = `room-${randomBytes(4).toString('hex')}`;
  const temporal = await registerNamespace(address, namespace);
  const settings = {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    LOG_LEVEL: 'warn',
    WORKER_HEALTH_PORT: '0',
  };
  const env = readEnv(settings);
  const app = await NestFactory.createApplicationContext(
    {
      module: SenderModule,
      imports: [DatabaseModule.forRoot(env.DATABASE_URL), PlatformModule.forRoot({ ...env, LOG_LEVEL: 'silent' }, 'test')],
    },
    { logger: false },
  );
  const dataSource = app.get(DataSource);
  const company = await seedCompany(dataSource);
  const workers: WorkerProcess[] = [];
  return {
    env,
    dataSource,
    sender: app.get(CommandSender),
    commands: app.get(CommandRepository),
    client: app.get(RequestClient),
    verifier: app.get(JournalVerifier),
    temporal,
    get: (token) => app.get(token),
    company,
    startWorker: async (more = {}) => {
      const worker = await startWorker({ ...settings, ...more });
      workers.push(worker);
      return worker;
    },
    stop: () => closeRoom(app, database, temporal, workers),
  };
}

async function closeRoom(app: INestApplicationContext, database: SuiteDatabase, temporal: Client, workers: WorkerProcess[]): Promise<void> {
  await Promise.all(workers.map((worker) => worker.kill('SIGKILL')));
  await app.close();
  await app.get(RequestClient).close();
  await temporal.connection.close();
  await database.drop();
}

async function registerNamespace(address: string, namespace: string): Promise<Client> {
  const connection = await Connection.connect({ address });
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: 86_400 as never } });
  for (let tries = 0; tries < 100; tries += 1) {
    const ready = await connection.workflowService.listWorkflowExecutions({ namespace, query: '' }).then(
      () => true,
      () => false,
    );
    if (ready) break;
    await pause(100);
  }
  return new Client({ connection, namespace });
}

async function startWorker(settings: Record<string, string>): Promise<WorkerProcess> {
  const env = { ...process.env, ...settings, LOG_LEVEL: 'info', ...builtSettings(root) };
  const child = spawn(process.execPath, [path.join(root, scriptOf('worker'))], { cwd: root, env });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const worker: WorkerProcess = {
    child,
    output: () => output,
    healthPort: () => Number(/"port":(\d+)/.exec(output)?.[1]),
    kill: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await gone;
    },
  };
  for (const until = Date.now() + 60_000; !output.includes('the worker has started');) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`Expected the worker to start, but:\n${output}`);
    await pause(50);
  }
  return worker;
}

type Who = keyof Company['people'];

/** One request of the sample company and what people do with it. */
export class Case {
  readonly id = randomUUID();

  constructor(private readonly room: Room) {}

  /** Puts the draft row there. */
  async draft(definitionId = this.room.company.definitionId): Promise<this> {
    const { company, dataSource } = this.room;
    await dataSource.query('INSERT INTO request (id, company_id, definition_id, requester_id) VALUES ($1, $2, $3, $4)', [
      this.id,
      company.id,
      definitionId,
      company.people.asker,
    ]);
    return this;
  }

  body(who: Who, type: CommandBody['type'], more: Partial<CommandBody> = {}): CommandBody {
    return { type, requestId: this.id, actor: this.room.company.people[who], ...more };
  }

  /** What was answered, without what it was judged by; asked again for a while where a busy machine has no answer yet. */
  async send(who: Who, body: CommandBody, key: string = randomUUID()): Promise<CommandOutcome> {
    const command = { id: commandId(this.room.company.people[who], key), companyId: this.room.company.id, body };
    let answer = await this.room.sender.send(command);
    for (const until = Date.now() + 15_000; answer.kind === 'open' && Date.now() < until;) answer = await this.room.sender.send(command);
    return answer.kind === 'done' ? { kind: 'done', n: answer.n } : answer;
  }

  submit(minor = '50000', form: FormValues = {}): Promise<CommandOutcome> {
    return this.send('asker', this.body('asker', 'submit', { form: { amount: { minor, currency: 'CNY' }, ...form } }));
  }

  /** Decides the open task, as its person sees it. */
  async decide(who: Who, type: 'approve' | 'reject' | 'return', more: Partial<CommandBody> = {}, key?: string): Promise<CommandOutcome> {
    return this.send(who, await this.decision(who, type, more), key);
  }

  async decision(who: Who, type: 'approve' | 'reject' | 'return', more: Partial<CommandBody> = {}): Promise<CommandBody> {
    const { state } = await this.row();
    const step = standingStep(state) ?? '';
    return this.body(who, type, { step, generation: state.context.steps[step]?.generation, shown: await this.shown(state, step), ...more });
  }

  /** Digest of what a step shows. */
  private async shown({ context }: RequestState, step: string): Promise<string> {
    const definitions = await this.room.dataSource.query(
      'SELECT d.body FROM request r JOIN definition d ON d.id = r.definition_id WHERE r.id = $1',
      [this.id],
    );
    return contentFor(compileStored(definitions[0].body), context, step);
  }

  async row(): Promise<{ n: number; status: string; state: RequestState; [column: string]: unknown }> {
    const [row] = await this.room.dataSource.query('SELECT * FROM request WHERE id = $1', [this.id]);
    return row;
  }

  async transitions(): Promise<{ n: number; type: string; command_id: string }[]> {
    return this.room.dataSource.query('SELECT n, type, command_id FROM transition WHERE request_id = $1 ORDER BY n', [this.id]);
  }

  async tasks(): Promise<{ step: string; status: string; person_id: string; decision: string | null; closing: string | null }[]> {
    return this.room.dataSource.query('SELECT * FROM task WHERE request_id = $1 ORDER BY opened_at, step', [this.id]);
  }

  history(): Promise<{ length: number; types: string[] }> {
    return this.room.temporal.workflow
      .getHandle(`request/${this.id}`)
      .fetchHistory()
      .then(({ events }) => ({ length: events?.length ?? 0, types: (events ?? []).map((event) => String(event.eventType)) }));
  }
}
