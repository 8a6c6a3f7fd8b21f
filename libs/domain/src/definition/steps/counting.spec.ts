import { fc } from '../../../../../test/support/seeded';
import { settleBy, type Counting, type CountingRule } from './counting';
import type { Answer, CountedSeat } from './step-kind';

const RULES: CountingRule[] = [
  { by: 'all' },
  { by: 'any' },
  { by: 'in-order' },
  { by: 'all-answer' },
  { by: 'number', of: 2 },
  { by: 'number', of: 3 },
  { by: 'share', percent: 50 },
  { by: 'share', percent: 67 },
  { by: 'weight', atLeast: 3 },
  { by: 'per-group' },
];
const seatsOf = (answers: (Answer | null)[], groups = 2): CountedSeat[] =>
  answers.map((answer, index) => ({ person: `p${index}`, answer, group: index % groups }));
const counting = (rule: CountingRule, change: Partial<Counting> = {}): Counting => ({
  groups: [
    { weight: 2, needs: 1 },
    { weight: 1, needs: 1 },
  ],
  rule,
  rejection: 'veto',
  abstention: 'lowers',
  ...change,
});
const LETTERS: Readonly<Record<string, Answer | null>> = { y: 'yes', n: 'no', a: 'abstain', b: 'back', '.': null };
const settled = (answers: string, how: Counting) => settleBy(seatsOf([...answers].map((letter) => LETTERS[letter] ?? null)), how);

describe('what the answers of several people come to', () => {
  it.each<[string, CountingRule, Partial<Counting>, string]>([
    ['yy.', { by: 'all' }, {}, 'open'],
    ['yyy', { by: 'all' }, {}, 'passed'],
    ['yn.', { by: 'all' }, {}, 'rejected'],
    ['n..', { by: 'all' }, { rejection: 'majority' }, 'rejected'],
    ['yya', { by: 'all' }, {}, 'passed'],
    ['yya', { by: 'all' }, { abstention: 'as-no' }, 'rejected'],
    ['aaa', { by: 'all' }, {}, 'stuck'],
    ['y..', { by: 'any' }, {}, 'passed'],
    ['n..', { by: 'any' }, { rejection: 'majority' }, 'open'],
    ['nn.', { by: 'any' }, { rejection: 'majority' }, 'rejected'],
    ['n..', { by: 'any' }, {}, 'rejected'],
    ['aa.', { by: 'any' }, {}, 'open'],
    ['aaa', { by: 'any' }, {}, 'stuck'],
    ['y..', { by: 'number', of: 2 }, {}, 'open'],
    ['y.y', { by: 'number', of: 2 }, {}, 'passed'],
    ['n.y', { by: 'number', of: 2 }, { rejection: 'majority' }, 'open'],
    ['nny', { by: 'number', of: 2 }, { rejection: 'majority' }, 'rejected'],
    ['aay', { by: 'number', of: 2 }, { rejection: 'majority' }, 'stuck'],
    ['nay', { by: 'number', of: 2 }, { rejection: 'majority' }, 'stuck'],
    ['nay', { by: 'number', of: 2 }, { rejection: 'majority', abstention: 'as-no' }, 'rejected'],
    ['yy..', { by: 'share', percent: 50 }, {}, 'passed'],
    ['y...', { by: 'share', percent: 50 }, {}, 'open'],
    ['yaaa', { by: 'share', percent: 67 }, {}, 'passed'],
    ['yaaa', { by: 'share', percent: 67 }, { abstention: 'as-no' }, 'rejected'],
    // The first and the third weigh 2, the second 1.
    ['y.', { by: 'weight', atLeast: 3 }, {}, 'open'],
    ['yy', { by: 'weight', atLeast: 3 }, {}, 'passed'],
    ['y.y', { by: 'weight', atLeast: 4 }, {}, 'passed'],
    // The first and the third are of one group.
    ['y.y', { by: 'per-group' }, {}, 'open'],
    ['yy.', { by: 'per-group' }, {}, 'passed'],
    ['yay', { by: 'per-group' }, {}, 'stuck'],
    ['yny', { by: 'per-group' }, { rejection: 'majority' }, 'rejected'],
    ['y..', { by: 'all-answer' }, {}, 'open'],
    ['yan', { by: 'all-answer' }, { rejection: 'majority' }, 'passed'],
    ['nn.', { by: 'all-answer' }, { rejection: 'majority' }, 'open'],
    ['nna', { by: 'all-answer' }, { rejection: 'majority' }, 'rejected'],
    ['yyn', { by: 'all-answer' }, {}, 'rejected'],
    ['n..', { by: 'all-answer' }, {}, 'open'],
    ['yb.', { by: 'all' }, {}, 'returned'],
  ])('%s by %j %j: %s', (answers, rule, change, expected) => {
    expect(settled(answers, counting(rule, change))).toBe(expected);
  });

  const anyCounting = fc
    .record({
      rule: fc.constantFrom(...RULES),
      rejection: fc.constantFrom('veto' as const, 'majority' as const),
      abstention: fc.constantFrom('lowers' as const, 'as-no' as const),
    })
    .map(({ rule, ...change }) => counting(rule, change));

  it('never stays open once everybody has answered, and never passes without a yes', () => {
    const answers = fc.array(fc.constantFrom<Answer>('yes', 'no', 'abstain'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(answers, anyCounting, (given, how) => {
        const come = settleBy(seatsOf(given), how);
        expect(come).not.toBe('open');
        if (!given.includes('yes')) expect(come).not.toBe('passed');
      }),
      { numRuns: 3_000 },
    );
  });

  it('is settled exactly when no answer that is still out can change it, a veto apart', () => {
    const answers = fc.array(fc.constantFrom<Answer | null>('yes', 'no', 'abstain', null), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(answers, anyCounting, (given, how) => {
        const come = settleBy(seatsOf(given), how);
        const ends = endings(given).map((each) => settleBy(seatsOf(each), how));
        if (how.rule.by === 'all-answer') return;
        if (come === 'open') expect(new Set(ends).size).toBeGreaterThan(1);
        else if (come === 'passed') expect(ends.every((end) => end === 'passed' || end === 'rejected')).toBe(true);
        else expect(ends).not.toContain('passed');
      }),
      { numRuns: 3_000 },
    );
  });
});

/** Every way in which the answers that are out could be given. */
function endings(given: readonly (Answer | null)[]): Answer[][] {
  return given.reduce<Answer[][]>(
    (ways, answer) =>
      ways.flatMap((way) => (answer === null ? (['yes', 'no', 'abstain'] as const) : [answer]).map((each) => [...way, each])),
    [[]],
  );
}
