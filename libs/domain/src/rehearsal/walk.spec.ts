import { grant, expense } from './expense.fixture';
import { fold, Play } from './play.fixture';

export const money = (yuan: number) => ({ minor: `${yuan}00`, currency: 'CNY' });
export const formOf = (yuan: number, more = {}) => ({
  reason: 'Tools',
  items: [{ day: '2026-02-20', invoice: 'A1', amount: money(yuan) }],
  ...more,
});

/** The process with its people: Mei reviews, Chen checks, Dai gives opinions, Bo approves, Sun keeps the books, Kai pays. */
export function staffed(definition = expense()): Play {
  const play = new Play(definition);
  play
    .seat('review', 'mei')
    .seat('check', 'chen', 'cheng')
    .seat('opinion', 'dai')
    .seat('approve', 'bo')
    .seat('tell', 'sun')
    .seat('pay', 'kai');
  play.actors = {
    bo: { grants: [grant('bo', '2000000')] },
    mei: { grants: [grant('mei', '500000')] },
    op: { rights: ['requests.operate'] },
  };
  return play;
}

describe('a walk through a process', () => {
  it('takes a small request through review, check, approval and payment to its end', () => {
    const play = staffed();
    expect(play.do('submit', 'ann', { form: formOf(1200) })).toBeNull();
    expect(play.events.map((event) => event.type)).toEqual(['request.submitted', 'task.opened']);
    expect(play.do('approve', 'mei')).toBeNull();
    expect(play.do('approve', 'chen', { fields: { inPlan: true } })).toBeNull();
    expect(play.value).toBe('approve');
    expect(play.do('approve', 'bo')).toBeNull();
    expect(play.events.map((event) => event.type)).toEqual(['task.decided', 'step.passed', 'copy.sent', 'task.opened']);
    expect(play.do('approve', 'kai', { fields: { receipt: 'R-7' } })).toBeNull();
    expect(play.value).toBe('approved');
    play.seconds = 10;
    expect(play.timer()).toBeNull();
    expect(play.value).toBe('closed');
    expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
  });
});
