import type { Json } from '../text/bilingual';
import { isStarting } from '../definition/flow';
import type { Directory } from '../people/directory';
import { starterVerdict } from '../people/resolve/starter-verdict';
import { blockedOf, recordOf } from '../request/standing';
import { asked, childrenOf, hears, parent, started, table } from './children.fixture';
import { act, done, open, peopled } from './lanes.fixture';
import { fold, type Play } from './play.fixture';

const line = (invoice: string, minor = '100'): Json => ({ day: '2026-03-01', invoice, amount: { minor, currency: 'CNY' } });
const form = (...items: Json[]) => ({ reason: 'Paper', items });
const ids = (play: Play) => childrenOf(play).map(([id]) => id);
const byRow = (play: Play) => new Map(childrenOf(play).map(([id, { row }]) => [row, id]));
const refolds = (play: Play) => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);

/** Three rows, each with its request, all of which were approved. */
function allApproved(more: object = {}): Play {
  const play = started(parent({ ...table, ...more }), 3);
  for (const id of ids(play)) hears(play, id, { outcome: 'approved' });
  return play;
}

/** Sent back, and once more with these rows. */
function again(play: Play, ...items: Json[]): void {
  act(play, 'return', 'last', { to: 'requester', resume: 'walk-again' });
  expect(play.do('resubmit', 'ann', { form: form(...items) })).toBeNull();
  done(play, 'first');
}

describe('requests for each row, where the table changes', () => {
  it('stand, all but that of the row that changed', () => {
    const play = allApproved();
    const [one, , three] = ids(play);
    again(play, line('I-0'), line('changed'), line('I-2'));
    expect([asked(play), recordOf(play.context, 'child')?.status]).toEqual([['start 1 for ann'], 'waiting']);
    expect([byRow(play).get(0), byRow(play).get(2)]).toEqual([one, three]);
    hears(play, byRow(play).get(1) ?? '', { outcome: 'approved' });
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('stand where only what they were not given has changed', () => {
    const play = allApproved();
    const before = ids(play);
    again(play, line('I-0', '700'), line('I-1'), line('I-2'));
    expect([ids(play), asked(play), open(play)]).toEqual([before, [], ['last']]);
    refolds(play);
  });

  it('go with their row where one is left out before it, or rows change places', () => {
    const play = allApproved();
    const [one, two, three] = ids(play);
    again(play, line('I-1'), line('I-2'));
    expect([[...byRow(play)].sort(), asked(play), open(play)]).toEqual([
      [
        [0, two],
        [1, three],
      ],
      [],
      ['last'],
    ]);
    again(play, line('I-2'), line('I-0'), line('I-1'));
    expect([byRow(play).get(0), byRow(play).get(2), asked(play)]).toEqual([three, two, ['start 1 for ann']]);
    expect(ids(play)).not.toContain(one);
    refolds(play);
  });

  it('of rows that say the same each have their own', () => {
    const play = started(parent(table), 1);
    hears(play, ids(play)[0] ?? '', { outcome: 'approved' });
    again(play, line('I-0'), line('I-0'));
    expect([asked(play), byRow(play).size]).toEqual([['start 1 for ann'], 2]);
    refolds(play);
  });

  it('begin anew where what all of them are given has changed', () => {
    const play = allApproved({ map: { subject: { field: 'reason' }, invoice: { column: 'invoice' } } });
    act(play, 'return', 'last', { to: 'requester', resume: 'walk-again' });
    play.do('resubmit', 'ann', { form: { ...form(line('I-0'), line('I-1'), line('I-2')), reason: 'Ink' } });
    done(play, 'first');
    expect(asked(play)).toEqual(['start 0 for ann', 'start 1 for ann', 'start 2 for ann']);
    refolds(play);
  });

  it('begin anew where they were begun before each had the digest of its row, and the table has changed; else they stand', () => {
    for (const [invoice, begun] of [
      ['I-1', []],
      ['changed', ['start 0 for ann', 'start 1 for ann', 'start 2 for ann']],
    ] as const) {
      const play = peopled(parent(table)).seat('child', 'ann');
      const { routing } = play.process;
      const [path = ''] = routing.splice(routing.indexOf('items#invoice'), 1);
      play.do('submit', 'ann', { form: form(line('I-0'), line('I-1'), line('I-2')) });
      done(play, 'first');
      expect(childrenOf(play).map(([, { of }]) => of)).toEqual([undefined, undefined, undefined]);
      routing.push(path);
      for (const id of ids(play)) hears(play, id, { outcome: 'approved' });
      again(play, line('I-0'), line(invoice), line('I-2'));
      expect(asked(play)).toEqual(begun);
    }
  });
});

describe('what could not be started, where the request is corrected', () => {
  /** The house looks for whose requests they are; stopped after one child could not be started, or was refused. */
  function stopped(came: Parameters<typeof hears>[2], heard: 'before' | 'while stopped' = 'before'): Play {
    const play = started(parent(table), 2);
    play.actors['op'] = { rights: ['requests.operate'] };
    play.resolver = ({ context }, id) => {
      const step = play.process.steps[id];
      if (step === undefined || !isStarting(step)) return { kind: 'seats', people: [`${id}-er`] };
      return starterVerdict(step, ['ann'], { context, directory: { operators: ['op'] } as unknown as Directory });
    };
    const [one = '', two = ''] = ids(play);
    hears(play, one, { outcome: 'approved' });
    if (heard === 'before') hears(play, two, came);
    play.block('boom');
    if (heard === 'while stopped') hears(play, two, came);
    return play;
  }
  const correct = (play: Play, ...items: Json[]) => play.do('correct', 'op', { form: form(...items), comment: '—' });

  it.each(['before', 'while stopped'] as const)('is started once more by that, heard %s', (heard) => {
    const play = stopped({ refused: 'required-fields' }, heard);
    const [good] = ids(play);
    expect(correct(play, line('I-0'), line('I-1'))).toBeNull();
    expect([asked(play), recordOf(play.context, 'child')?.status, blockedOf(play.context)]).toEqual([['start 1 for ann'], 'waiting', null]);
    expect(ids(play)).toContain(good);
    refolds(play);
  });

  it.each(['before', 'while stopped'] as const)('and what was refused about something else: heard %s', (heard) => {
    const play = stopped({ outcome: 'rejected' }, heard);
    expect(correct(play, line('I-0'), line('put right'))).toBeNull();
    done(play, 'first');
    expect([asked(play), recordOf(play.context, 'child')?.status]).toEqual([['start 1 for ann'], 'waiting']);
    refolds(play);
  });
});
