import type { StepRecord } from '../../request/request-state';
import { sampleDirectory, stateBefore } from '../sample-company.fixture';
import { supervisionVerdict } from './supervision-verdict';

/** Who hears of a request that these have, while those supervise it. */
function reportedTo(asked: string[], supervisors: string[]): unknown {
  const seats = Object.fromEntries(asked.map((person, index) => [index, { person, generation: 1 }]));
  const steps = {
    watch: { status: 'passed', generation: 1, seats: {}, supervisors } as StepRecord,
    approval: { status: 'open', generation: 1, seats } as StepRecord,
  };
  const directory = { ...sampleDirectory(), operators: ['ops'] };
  const verdict = supervisionVerdict(stateBefore({ steps }), 'report/above', directory);
  return verdict?.kind === 'seats' ? verdict.people : verdict;
}

describe('whom a report upward tells', () => {
  it.each<[string, string[], string[], string[]]>([
    ['is whoever is above those who have it', ['zhang', 'sun'], ['liu'], ['zhou']],
    ['is whoever is above each of them, once', ['zhang', 'zhou'], ['liu'], ['sun', 'zheng']],
    ['is the next one above where the superior supervises it', ['zhang'], ['sun'], ['zhou']],
    ['is whoever looks after requests where both do', ['zhang'], ['sun', 'zhou'], ['ops']],
    ['is whoever looks after requests where nobody is above', ['gao'], ['liu'], ['ops']],
  ])('%s', (_, asked, supervisors, told) => {
    expect(reportedTo(asked, supervisors)).toEqual(told);
  });
});
