import type { Definition } from '../definition/definition.schema';
import type { FormValues } from '../request/request-state';
import type { TransitionEvent } from '../request/transition';
import { expense, grant } from './expense.fixture';
import { Play } from './play.fixture';

/** An amount of whole yuan. */
export const yuan = (amount: number) => ({ minor: `${amount}00`, currency: 'CNY' });

/** A filled-in form over an amount of whole yuan. */
export function formOf(amount: number, more: FormValues = {}): FormValues {
  return { reason: 'Tools', items: [{ day: '2026-02-20', invoice: 'A1', amount: yuan(amount) }], ...more };
}

/** The process with its people: Mei reviews, Chen and Cheng check, Dai gives opinions, Bo approves, Sun gets copies, Kai pays. */
export function staffed(definition: Definition = expense()): Play {
  const play = new Play(definition);
  play
    .seat('review', 'mei')
    .seat('check', 'chen', 'cheng')
    .seat('opinion', 'dai')
    .seat('approve', 'bo')
    .seat('tell', 'sun')
    .seat('pay', 'kai');
  play.actors = { bo: { grants: [grant('bo', '2000000')] }, op: { rights: ['requests.operate'] } };
  return play;
}

/** A request over an amount that has come as far as the named step. */
export function at(step: 'review' | 'check' | 'opinion' | 'approve' | 'pay' | 'approved', amount = 1200, definition = expense()): Play {
  const play = staffed(definition);
  const moves: [string, () => unknown][] = [
    ['review', () => play.do('submit', 'ann', { form: formOf(amount) })],
    ['check', () => play.do('approve', 'mei')],
    ['opinion', () => play.do('approve', 'chen', { fields: { inPlan: true } })],
    ['approve', () => play.value === 'opinion' && play.do('approve', 'dai', { stance: 'for', comment: 'Fine.' })],
    ['pay', () => play.do('approve', 'bo')],
    ['approved', () => play.do('approve', 'kai', { fields: { receipt: 'R-7' } })],
  ];
  for (const [, move] of moves) {
    if (play.value === step) break;
    move();
  }
  if (play.value !== step) throw new Error(`Expected to come to ${step}, but the request stands at ${play.value}`);
  return play;
}

/** Types of events, with the step or person that tells them apart. */
export function told(events: readonly TransitionEvent[]): string[] {
  return events.map((event) =>
    [event.type, 'step' in event ? event.step : '', 'person' in event ? event.person : ''].filter(Boolean).join(' '),
  );
}
