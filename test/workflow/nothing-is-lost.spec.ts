import { randomUUID } from 'node:crypto';
import { commandId, identifierText } from '@countersign/domain';
import { Confirmer } from '@countersign/platform';
import { Case, openRoom, type Room, type WorkerProcess } from './engine/room';
import { eventually, pause } from '../support/eventually';

/** Number of the event in Temporal's histories. */
const WORKFLOW_TASK_FAILED = 9;

describe('a decision, whatever dies', () => {
  let room: Room;
  /** The one that is at work; a test that kills it starts the next. */
  let worker: WorkerProcess;

  beforeAll(async () => {
    room = await openRoom();
    worker = await room.startWorker();
  });

  afterAll(async () => {
    await room?.stop();
  });

  it('is made exactly once each, with workers killed at any moment', async () => {
    const requests = await Promise.all(Array.from({ length: 12 }, () => new Case(room).draft()));
    const work = Promise.all(
      requests.map(async (request) => {
        await request.submit();
        await eventually(
          () => request.row(),
          ({ n }) => n === 1,
        );
        await request.decide('checker', 'approve');
        await eventually(
          () => request.row(),
          ({ n }) => n === 2,
        );
        await request.decide('lead', 'approve');
      }),
    );
    for (let kills = 0; kills < 3; kills += 1) {
      await pause(250 + kills * 130);
      await worker.kill('SIGKILL');
      worker = await room.startWorker();
    }
    await work;
    for (const request of requests) {
      await eventually(
        () => request.row(),
        ({ closed_at: closed }) => closed !== null,
      );
      expect((await request.transitions()).map(({ type }) => type)).toEqual(['submit', 'approve', 'approve', 'timer']);
    }
    const settled = (): Promise<{ status: string }[]> =>
      room.dataSource.query(`SELECT status FROM command WHERE status IN ('open', 'done')`);
    await eventually(settled, (rows) => rows.length === 0, 60_000);
    expect(await room.verifier.verify()).toMatchObject({ passed: true, findings: [] });
  });

  it('is found by the sweeper when the api died after the row', async () => {
    const request = await new Case(room).draft();
    await request.submit();
    const body = await request.decision('checker', 'approve');
    const id = commandId(body.actor, randomUUID());
    await room.commands.open({ id, companyId: room.company.id, body });
    const row = await eventually(
      () => room.commands.find(id),
      (found) => found?.status === 'confirmed',
    );
    expect(row).toMatchObject({ status: 'confirmed', n: 2 });
  });

  it('is answered from the journal when it was recorded and the workflow never heard of it', async () => {
    const request = await new Case(room).draft();
    await request.submit();
    await worker.kill('SIGKILL');
    const key = randomUUID();
    const body = await request.decision('checker', 'approve');
    const first = request.send('checker', body, key);
    await pause(300);
    worker = await room.startWorker();
    const answer = await first;
    expect(['done', 'open']).toContain(answer.kind);
    const row = await eventually(
      () => room.commands.find(commandId(body.actor, key)),
      (found) => found?.status === 'confirmed' || found?.status === 'done',
    );
    expect(row?.n).toBe(2);
    const again = await room.sender.resend(row!);
    expect(again).toEqual({ kind: 'done', n: 2 });
    await room.get(Confirmer).flush();
    expect(await room.commands.find(row!.id)).toMatchObject({ status: 'confirmed', n: 2 });
    expect(await request.transitions()).toHaveLength(2);
  });

  it('keeps its run when a first submit was refused and a second one, waiting behind it, was not', async () => {
    const [request, other] = [await new Case(room).draft(), await new Case(room).draft()];
    const invoice = randomUUID();
    const lock = room.dataSource.createQueryRunner();
    await lock.startTransaction();
    await lock.query('SELECT 1 FROM request WHERE id = $1 FOR NO KEY UPDATE', [request.id]);
    const refused = request.submit('50000', { invoice });
    await pause(700);
    const accepted = request.submit('60000');
    await pause(700);
    // Between the api's own look and `record` somebody else takes the value.
    await lock.query(`INSERT INTO claimed_value (company_id, check_name, value, request_id) VALUES ($1, 'invoice', $2, $3)`, [
      room.company.id,
      identifierText(invoice),
      other.id,
    ]);
    await lock.commitTransaction();
    await lock.release();
    expect(await refused).toMatchObject({ kind: 'refused', refusal: { code: 'value-taken' } });
    expect(await accepted).toEqual({ kind: 'done', n: 1 });
    await pause(1_000);
    const run = await room.temporal.workflow.getHandle(`request/${request.id}`).describe();
    expect(run.status.name).toBe('RUNNING');
  });

  it('waits while the database cannot record, and the worker says that it is not ready', async () => {
    const health = `http://127.0.0.1:${worker.healthPort()}/health/ready`;
    await eventually(
      () => fetch(health).then(({ status }) => status),
      (status) => status === 200,
    );
    const request = await new Case(room).draft();
    await room.dataSource.query('ALTER FUNCTION record_read_1(jsonb) RENAME TO record_read_away');
    const first = request.submit();
    await eventually(
      () => fetch(health).then(({ status }) => status),
      (status) => status === 503,
    );
    await room.dataSource.query('ALTER FUNCTION record_read_away(jsonb) RENAME TO record_read_1');
    await first;
    await eventually(
      () => request.row(),
      ({ n }) => n === 1,
    );
    await eventually(
      () => fetch(health).then(({ status }) => status),
      (status) => status === 200,
    );
    expect(await request.transitions()).toHaveLength(1);
  });

  it('needs no memory of the worker: a cache of one gives the same', async () => {
    await worker.kill('SIGTERM');
    worker = await room.startWorker({ WORKER_CACHE: '1' });
    const requests = await Promise.all(Array.from({ length: 6 }, () => new Case(room).draft()));
    for (const request of requests) expect(await request.submit('5000000')).toEqual({ kind: 'done', n: 1 });
    for (const request of requests) expect(await request.decide('checker', 'approve')).toEqual({ kind: 'done', n: 2 });
    for (const request of requests)
      expect(await request.decide('head', 'return', { to: 'requester', comment: 'again' })).toEqual({ kind: 'done', n: 3 });
    for (const request of requests) {
      const { types } = await request.history();
      expect(types.filter((type) => type === String(WORKFLOW_TASK_FAILED))).toEqual([]);
    }
  });
});
