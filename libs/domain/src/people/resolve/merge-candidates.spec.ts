import { definitionSchema } from '../../definition/definition.schema';
import { isHuman } from '../../definition/flow';
import { EXPENSE } from '../../rehearsal/expense.fixture';
import { Play } from '../../rehearsal/play.fixture';
import { formOf } from '../../rehearsal/staffed.fixture';
import { openSeats, recordOf } from '../../request/standing';
import { mergeCandidates } from '../deciders';

const title = { zh: '步骤', en: 'Step' };
const role = { by: 'role', role: 'checker' };
const SIGN = { id: 'sign', title, kind: 'countersign', people: [{ assignee: role }, { assignee: role }] };
const LAST = { id: 'last', title, kind: 'approve', assignee: role };

/** A request whose step `sign` waits for these people. */
function signing(change: object, ...people: string[]): Play {
  const flow = [{ ...SIGN, ...change }, LAST];
  const play = new Play(definitionSchema.parse({ ...EXPENSE, submitChecks: [], flow })).seat('last', 'la');
  play.verdicts['sign'] = { kind: 'seats', people, groups: people.map((_, index) => index % 2) };
  play.do('submit', 'ann', { form: formOf(1200) });
  return play;
}

function says(play: Play, person: string, type: 'approve' | 'reject' | 'abstain' = 'approve', change: object = {}): void {
  const [name, seat] = openSeats(recordOf(play.context, 'sign')).find(([, each]) => each.person === person) ?? [];
  const refused = play.do(type, person, { step: 'sign', generation: seat?.generation ?? 0, seat: Number(name), comment: '—', ...change });
  if (refused) throw new Error(`Expected ${person} to ${type}, but it is refused: ${refused.code}`);
}

/** In whose names the last step could pass. */
function candidates(play: Play): string[] {
  const { last: _open, ...steps } = play.context.steps;
  const step = play.process.steps['last'];
  if (!step || !isHuman(step)) throw new Error('Expected people to decide the last step');
  return mergeCandidates(step, { ...play.context, steps }, play.process);
}

describe('in whose name the step behind a countersign passes', () => {
  it('of everybody who has agreed, whoever spoke last first', () => {
    const play = signing({}, 'al', 'bea', 'cy');
    for (const person of ['bea', 'al', 'cy']) says(play, person);
    expect(candidates(play)).toEqual(['cy', 'al', 'bea']);
  });

  it('never of whoever was against it or abstained, on whichever of their seats', () => {
    const play = signing({ rule: { by: 'number', of: 2 }, rejection: 'majority', abstention: 'lowers' }, 'al', 'al', 'bea', 'cy', 'dot');
    says(play, 'al', 'reject');
    says(play, 'al');
    says(play, 'bea', 'abstain');
    says(play, 'cy');
    expect(candidates(play)).toEqual(['cy']);
  });

  it('never of whoever said yes to something else than what is shown there now', () => {
    const play = signing({}, 'al', 'bea');
    says(play, 'al', 'approve', { shown: play.shown('sign') });
    const vote = recordOf(play.context, 'sign')?.seats['0']?.vote;
    if (vote) vote.shown = '0123456789abcdef';
    says(play, 'bea');
    expect(candidates(play)).toEqual(['bea']);
  });

  it('of nobody where the step behind asks itself', () => {
    const play = signing({ fields: { hidden: ['purpose'] } }, 'al', 'bea');
    says(play, 'al');
    says(play, 'bea');
    expect(candidates(play)).toEqual([]);
  });
});
