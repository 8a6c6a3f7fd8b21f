import type { Calendar, DefinitionInput } from '@countersign/domain';
import { Case, openRoom, type Room } from './engine/room';
import { eventually } from '../support/eventually';
import { sampleDefinition, seedDefinition } from './engine/sample';

const both = (text: string) => ({ zh: text, en: text });
const MINUTE = 60_000;

/** A zone in which it is about noon at a moment: a test of hours must not meet midnight. */
class Noon {
  private readonly ahead: number;

  constructor(readonly now: number) {
    this.ahead = 12 - new Date(now).getUTCHours();
  }

  get zone(): string {
    return this.ahead === 0 ? 'Etc/GMT' : `Etc/GMT${this.ahead > 0 ? '-' : '+'}${Math.abs(this.ahead)}`;
  }

  get day(): string {
    return this.local(this.now).slice(0, 10);
  }

  time(at: number): string {
    return this.local(at).slice(11, 16);
  }

  private local(at: number): string {
    return new Date(at + this.ahead * 60 * MINUTE).toISOString();
  }
}

function calendar(timeZone: string, hours: [string, string][], exceptions: Calendar['exceptions'] = []): Calendar {
  const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours };
  return { timeZone, office: { week, statutory: false }, exceptions };
}

/** The sample process whose check is due an hour after a day has begun; an hour later its superior hears of it, then whoever is above, and then the leads get it. */
function timed(key: string): DefinitionInput {
  const { form, flow, ...rest } = sampleDefinition({ key });
  const from = { key: 'from', type: 'date' as const, label: both('From'), required: true };
  const pool = { by: 'role' as const, role: 'lead', scope: 'company' as const };
  const ladder = [
    { after: { hours: 1 }, to: 'superior' as const },
    { after: { hours: 2 }, to: 'next-superior' as const },
    { after: { hours: 3 }, to: pool, handOn: true as const },
  ];
  const due = { field: 'from', working: { hours: 1 }, remind: [], ladder };
  const [check, ...others] = flow;
  return { ...rest, form: { fields: [...form.fields, from] }, flow: [{ ...check, due }, ...others] } as DefinitionInput;
}

/** The sample process behind a wait until a time of the day in its date field. */
function waiting(key: string, at: string): DefinitionInput {
  const { form } = timed(key);
  const { flow, ...rest } = sampleDefinition({ key });
  const wait = { id: 'wait', kind: 'delay', title: both('Wait'), until: { field: 'from', at } };
  return { ...rest, form, flow: [wait, ...flow] } as DefinitionInput;
}

describe('a deadline through the real workflow', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room.stop());

  const setCalendar = (said: Calendar): Promise<unknown> =>
    room.dataSource.query('UPDATE unit SET calendar = $2 WHERE id = $1', [room.company.unit, JSON.stringify(said)]);
  const events = (id: string): Promise<{ type: string; people?: string[] }[]> =>
    room.dataSource
      .query<{ events: { type: string }[] }[]>('SELECT events FROM transition WHERE request_id = $1 ORDER BY n', [id])
      .then((rows) => rows.flatMap((row) => row.events));
  const told = (id: string): Promise<string[]> => events(id).then((all) => all.map(({ type }) => type));
  const dueOf = async (request: Case): Promise<string> => (await request.row()).state.context.steps['check']?.clock?.due ?? '';
  const notices = (id: string): Promise<string[]> =>
    room.dataSource
      .query<{ notice: string; key: string }[]>(
        `SELECT n.notice, p.key FROM notification n JOIN person p ON p.id = n.person_id WHERE n.request_id = $1 AND n.notice <> 'task-opened' ORDER BY 1, 2`,
        [id],
      )
      .then((rows) => rows.map(({ notice, key }) => `${notice} ${key}`));

  it('comes when it is due, and a wait is over, although the worker that set its timer was killed', async () => {
    const due = Math.ceil((Date.now() + 15_000) / MINUTE) * MINUTE;
    const noon = new Noon(due);
    await setCalendar(calendar(noon.zone, [[noon.time(due - 60 * MINUTE), noon.time(due)]]));
    const definition = sampleDefinition(timed('due-soon'));
    const request = await new Case(room).draft(await seedDefinition(room.dataSource, room.company.id, definition));
    const first = await room.startWorker();
    expect(await request.submit('50000', { from: noon.day })).toMatchObject({ kind: 'done', n: 1 });
    expect(await dueOf(request)).toBe(new Date(due).toISOString());
    const wait = sampleDefinition(waiting('waits', noon.time(due)));
    const waits = await new Case(room).draft(await seedDefinition(room.dataSource, room.company.id, wait));
    expect(await waits.submit('50000', { from: noon.day })).toMatchObject({ kind: 'done', n: 1 });
    expect((await waits.row()).state.context.steps['wait']?.until).toEqual({ at: new Date(due).toISOString(), day: noon.day });
    await first.kill('SIGKILL');
    const second = await room.startWorker();
    const all = await eventually(
      () => told(request.id),
      (types) => types.includes('step.overdue'),
    );
    expect(all.filter((type) => type.startsWith('step.'))).toEqual(['step.overdue']);
    const [row] = await room.dataSource.query<{ at: Date }[]>('SELECT at FROM transition WHERE request_id = $1 AND n = 2', [request.id]);
    expect(Math.abs((row?.at.getTime() ?? 0) - due)).toBeLessThan(20_000);
    expect(
      await eventually(
        () => notices(request.id),
        ({ length }) => length > 0,
      ),
    ).toEqual(['task-overdue checker']);
    expect(await request.decide('checker', 'approve')).toMatchObject({ kind: 'done' });
    const over = await eventually(
      () => told(waits.id),
      (types) => types.includes('pause.over'),
    );
    expect(over.slice(-2)).toEqual(['pause.over', 'task.opened']);
    expect(await waits.decide('checker', 'approve')).toMatchObject({ kind: 'done' });
    expect(await room.verifier.verify({ requestId: waits.id })).toMatchObject({ passed: true, findings: [] });
    await second.kill('SIGTERM');
  });

  it('of months is kept over a restart and a new run, and a changed calendar moves it, its task and its timer', async () => {
    const now = Date.now();
    const { zone, day } = new Noon(now);
    const away = new Date(Date.parse(day) + 300 * 86_400_000).toISOString().slice(0, 10);
    await setCalendar(calendar(zone, [['00:00', '24:00']], [{ from: day, to: away, clock: 'office', hours: [], reason: both('Closed') }]));
    const definition = sampleDefinition(timed('due-late'));
    const request = await new Case(room).draft(await seedDefinition(room.dataSource, room.company.id, definition));
    const first = await room.startWorker();
    expect(await request.submit('50000', { from: day })).toMatchObject({ kind: 'done' });
    const far = await dueOf(request);
    expect(Date.parse(far) - now).toBeGreaterThan(299 * 86_400_000);
    await first.kill('SIGKILL');
    await room.startWorker();
    const handle = room.temporal.workflow.getHandle(`request/${request.id}`);
    const { runId } = await handle.describe();
    await handle.signal('rebuild');
    await eventually(
      () => handle.describe(),
      (described) => described.runId !== runId,
    );
    await setCalendar(calendar(zone, [['00:00', '24:00']]));
    const all = await eventually(
      () => told(request.id),
      (types) => types.includes('step.handed-on'),
    );
    expect(all.filter((type) => /^(step|due)\./.test(type))).toEqual([
      'due.moved',
      'step.overdue',
      'step.escalated',
      'step.escalated',
      'step.handed-on',
    ]);
    const escalated = (await events(request.id)).find(({ type }) => type === 'step.escalated');
    expect(escalated?.people).toEqual([room.company.people.head]);
    const [task] = await room.dataSource.query<{ due_at: Date }[]>(`SELECT due_at FROM task WHERE request_id = $1 AND step = 'check'`, [
      request.id,
    ]);
    expect(task?.due_at.toISOString()).toBe(await dueOf(request));
    // Nobody hears of it by itself any more: it stands among what is late to the end.
    expect(await room.dataSource.query('SELECT kind FROM standing WHERE request_id = $1', [request.id])).toEqual([{ kind: 'unheeded' }]);
    expect(task?.due_at.getTime()).toBeLessThan(now);
    expect(
      await eventually(
        () => notices(request.id),
        ({ length }) => length > 3,
      ),
    ).toEqual(['task-escalated head', 'task-escalated head', 'task-handed-on checker', 'task-overdue checker']);
    // Nothing was decided by it: whoever has it now decides.
    expect(await request.decide('checker', 'approve')).toMatchObject({ kind: 'refused' });
    const seats = Object.values((await request.row()).state.context.steps['check']?.seats ?? {});
    const generation = seats.find(({ person }) => person === room.company.people.lead)?.generation ?? 0;
    expect(await request.decide('lead', 'approve', { generation })).toMatchObject({ kind: 'done' });
    expect(await room.verifier.verify({ requestId: request.id })).toMatchObject({ passed: true, findings: [] });
  });
});
