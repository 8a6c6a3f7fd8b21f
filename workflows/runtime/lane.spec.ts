import type { RecordResult, RequestActivities, RequestWorkflowInput } from '@countersign/contracts';
import { begin, compile, definitionSchema, poisonedProcess, type Process, type Undoable } from '@countersign/domain';
import { CommandLane } from './lane';

const record = jest.fn<Promise<RecordResult>, Parameters<RequestActivities['record']>>();
jest.mock('@temporalio/workflow', () => ({ proxyLocalActivities: () => ({ record: (input: never) => record(input) }) }));

const both = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
const definition = definitionSchema.parse({
  key: 'leave',
  version: 1,
  title: both('Leave'),
  area: 'people',
  numberPrefix: 'LV',
  start: { everyone: true },
  form: { fields: [{ key: 'days', type: 'number', label: both('Days') }] },
  sentence: both('{requester}'),
  rowTitle: both('{days}'),
  flow: [{ id: 'look', kind: 'review', title: both('Look'), assignee: { by: 'superior' } }],
});
const AT = '2026-11-02T08:00:00.000Z';

/** A run that stands at n = 2, right after a decision or not. */
function inputOf(decidedAt: string | null): RequestWorkflowInput {
  const { state } = begin(definition, 'r');
  const undo = decidedAt === null ? [] : [{ person: 'ann', type: 'approve', n: 2, at: decidedAt } as Undoable];
  return { definition, requestId: 'r', state: { ...state, context: { ...state.context, undo } }, n: 2, hash: 'h' };
}

/** What a command is answered that became transition `n`. */
async function answerAt(n: number, lane: { process?: Process; decidedAt?: string | null } = {}): Promise<object> {
  record.mockResolvedValueOnce({ transitions: [], more: false, outcome: { kind: 'done', n } });
  return new CommandLane(lane.process ?? compile(definition), inputOf(lane.decidedAt === undefined ? AT : lane.decidedAt)).submit(
    'command',
  );
}

describe('the answer to a command', () => {
  it('says since when the newest decision can be taken back', async () => {
    expect(await answerAt(2)).toEqual({ outcome: 'done', n: 2, at: 2, undoableSince: AT });
  });

  it('says nothing of a decision that another one has followed', async () => {
    expect(await answerAt(1)).toEqual({ outcome: 'done', n: 2, at: 1 });
  });

  it('says nothing of a command that cannot be taken back', async () => {
    expect(await answerAt(2, { decidedAt: null })).toEqual({ outcome: 'done', n: 2, at: 2 });
  });

  it('says nothing where the run has no machine and has not folded the decision', async () => {
    const process = poisonedProcess(definition, 'hash', 'no such guard');
    expect(await answerAt(2, { process })).toEqual({ outcome: 'done', n: 2, at: 2 });
  });
});
