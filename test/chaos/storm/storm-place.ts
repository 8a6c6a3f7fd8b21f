import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../../apps/local/src/postgres/postgres-server';
import { temporalBinary } from '../../../apps/local/src/temporal/temporal-binary';
import { startTemporal } from '../../../apps/local/src/temporal/temporal-server';
import { administrator } from '../../support/administrator';
import { demoCaller, type Caller } from '../../support/caller';
import type { Parts } from '../../support/parts';
import { publish } from '../../support/publish';
import { startStack, type Stack } from '../../support/stack';
import { planned, SHOP } from './books';
import { STORM_CHILD, STORM_PROCESS } from './storm-process';

const root = path.resolve(__dirname, '..', '..', '..');

export const KILLED = ['worker', 'api', 'Temporal', 'PostgreSQL'] as const;
export type Killed = (typeof KILLED)[number];

/** A server that dies by `kill -9` and comes back where it was. */
class Server<S extends { child: ChildProcess; stop: () => Promise<void> }> {
  private constructor(
    private readonly begin: () => Promise<S>,
    private running: S,
  ) {}

  static async start<S extends { child: ChildProcess; stop: () => Promise<void> }>(
    first: () => Promise<S>,
    again: (first: S) => () => Promise<S>,
  ): Promise<Server<S>> {
    const running = await first();
    return new Server(again(running), running);
  }

  get now(): S {
    return this.running;
  }

  async kill(): Promise<void> {
    const { child } = this.running;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async start(): Promise<void> {
    this.running = await this.begin();
  }

  stop(): Promise<void> {
    return this.running.stop();
  }
}

/** The demo company on servers of its own, each part of which can be killed and started again. */
export class StormPlace {
  private constructor(
    readonly stack: Stack,
    /** Who keeps the budgets. */
    readonly manager: Caller,
    /** The store on whose line the drill draws. */
    readonly shop: string,
    private readonly parts: Record<Killed, { kill(): Promise<void>; start(): Promise<void> }>,
  ) {}

  static async open(parts: Parts): Promise<StormPlace> {
    const folder = mkdtempSync(path.join(tmpdir(), 'countersign-storm-'));
    await parts.add({ stop: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })) });
    const data = { root, folder: path.join(folder, 'postgres') };
    const postgres = await parts.add(
      Server.start(
        () => startPostgres(data),
        ({ port }) =>
          () =>
            startPostgres({ ...data, port }),
      ),
    );
    const engine = { binary: await temporalBinary({ root }), folder: path.join(folder, 'temporal'), ui: false };
    const temporal = await parts.add(
      Server.start(
        () => startTemporal(engine),
        ({ address }) =>
          () =>
            startTemporal({ ...engine, port: Number(address.split(':')[1]) }),
      ),
    );
    const servers = { databaseUrl: postgres.now.url, temporalAddress: temporal.now.address };
    const stack = await parts.add(startStack({ servers, env: { LOG_LEVEL: 'warn' } }));
    const admin = await administrator(stack);
    for (const definition of [STORM_CHILD, STORM_PROCESS]) {
      await admin.post('/definitions', definition);
      const published = await publish(admin, definition);
      if (published.status !== 200) throw new Error(`Expected the drill to be published, but got ${JSON.stringify(published.body)}`);
    }
    const manager = await demoCaller(stack.url, '顾明');
    await planned(manager);
    const { body } = await manager.get<{ items: { id: string }[] }>(`/units?q=${encodeURIComponent(SHOP)}`);
    return new StormPlace(stack, manager, body.items[0]?.id ?? '', {
      worker: stack.worker,
      api: stack.api,
      Temporal: temporal,
      PostgreSQL: postgres,
    });
  }

  kill(part: Killed): Promise<void> {
    return this.parts[part].kill();
  }

  start(part: Killed): Promise<void> {
    return this.parts[part].start();
  }
}
