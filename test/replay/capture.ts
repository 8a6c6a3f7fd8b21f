import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PersonCommandType } from '@countersign/domain';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { startTestPostgres } from '../support/postgres-server';
import { Parts } from '../support/parts';
import { startTestTemporal } from '../support/temporal-server';
import { Case, openRoom, type Room } from '../workflow/engine/room';
import { eventually } from '../support/eventually';

/**
 * Writes histories of today's runtime for the corpus: `node test/support/run-ts.js test/replay/capture.ts`, with words behind it only those called so.
 * Histories are added, never replaced: whatever ran once must replay for ever. The name carries the day.
 */
async function capture(): Promise<void> {
  const parts = new Parts();
  const [postgres, temporal] = await Promise.all([parts.add(startTestPostgres()), parts.add(startTestTemporal())]);
  process.env.TEST_POSTGRES_URL = postgres.url;
  process.env.TEST_TEMPORAL_ADDRESS = temporal.address;
  const room = await openRoom();
  try {
    await room.startWorker();
    const asked = process.argv.slice(2);
    for (const [name, one] of Object.entries({ short, long, rebuilt, mended }))
      if (asked.length === 0 || asked.includes(name)) await one(room);
  } finally {
    await room.stop();
    await parts.stop();
  }
}

async function keep(room: Room, name: string, requestId: string, runId?: string): Promise<void> {
  const history = await room.temporal.workflow.getHandle(`request/${requestId}`, runId).fetchHistory();
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(
    path.join(__dirname, 'histories', `${day}-${name}.json`),
    `${JSON.stringify(JSON.parse(historyToJSON(history)), null, 1)}\n`,
  );
}

/** Submit, two decisions, the end of the grace time. */
async function short(room: Room): Promise<void> {
  const request = await new Case(room).draft();
  await request.submit();
  await request.decide('checker', 'approve');
  await request.decide('lead', 'approve');
  await eventually(
    () => request.row(),
    ({ closed_at: closed }) => closed !== null,
  );
  await eventually(
    () => room.temporal.workflow.getHandle(`request/${request.id}`).describe(),
    ({ status }) => status.name === 'COMPLETED',
  );
  await keep(room, 'to-the-end', request.id);
}

/** Rounds of returns until the run goes on as new; both runs. */
async function long(room: Room): Promise<void> {
  const request = await new Case(room).draft();
  await request.submit();
  const first = (await room.temporal.workflow.getHandle(`request/${request.id}`).describe()).runId;
  for (let round = 0; round < 9; round += 1) {
    await request.decide('checker', 'return', { to: 'requester', comment: 'again' });
    await request.send('asker', request.body('asker', 'resubmit', { form: { amount: { minor: '50000', currency: 'CNY' } } }));
  }
  await keep(room, 'continued-as-new', request.id, first);
  await keep(room, 'after-continuing', request.id);
}

/** A run that folds its whole journal again. */
async function rebuilt(room: Room): Promise<void> {
  const request = await new Case(room).draft();
  await request.submit();
  await request.decide('checker', 'approve');
  const handle = room.temporal.workflow.getHandle(`request/${request.id}`);
  const first = (await handle.describe()).runId;
  await room.client.rebuild(room.company.definition, request.id);
  await eventually(
    () => handle.describe(),
    ({ runId }) => runId !== first,
  );
  // The server lets a run that continued within its first second wait for the rest of it.
  await eventually(
    () => request.history(),
    ({ length }) => length > 4,
  );
  await request.decide('lead', 'return', { to: 'check', comment: 'look again' });
  await keep(room, 'rebuilt', request.id);
}

/** What people took back, what operators put right, who was found anew, and an end by hand. */
async function mended(room: Room): Promise<void> {
  const request = await new Case(room).draft();
  const send = async (who: keyof Room['company']['people'], type: PersonCommandType, more: object = {}): Promise<void> => {
    const outcome = await request.send(who, request.body(who, type, more));
    if (outcome.kind !== 'done') throw new Error(`Expected ${type} by ${who} to be done, but: ${JSON.stringify(outcome)}`);
  };
  await request.submit();
  await request.decide('checker', 'approve', { fields: { voucher: 'wrong' } });
  await send('checker', 'undo');
  await request.decide('checker', 'approve', { fields: { voucher: 'right' } });
  await send('ops', 'suspend', { comment: 'a moment' });
  await send('ops', 'resume', { comment: 'go on' });
  await room.dataSource.query('UPDATE person SET active = false WHERE id = $1', [room.company.people.lead]);
  await eventually(
    () => request.tasks(),
    (tasks) => tasks.some(({ person_id: person, status }) => status === 'open' && person === room.company.people.head),
  );
  const { state } = await request.row();
  const generation = Object.values(state.context.steps.grant?.seats ?? {})[0]?.generation;
  await request.decide('head', 'return', { to: 'requester', comment: 'again', generation });
  await send('head', 'undo');
  await send('ops', 'terminate', { comment: 'not needed any more' });
  await keep(room, 'mended', request.id);
}

capture().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
