import type { AllowedCommand } from '../../../shared/api/wire';
import { alongTheWay } from './along-the-way';

const target = (to: string, at: string | null): AllowedCommand['targets'][number] => ({
  to,
  title: { zh: to, en: to },
  people: [],
  at,
  reason: null,
});

describe('where a request may go', () => {
  it('is told in the order of its way: requester, what was decided, what is still to come', () => {
    const targets = [
      target('payment', null),
      target('filing', null),
      target('check', '2026-11-29T02:00:00.000Z'),
      target('review', '2026-11-28T02:00:00.000Z'),
      target('requester', null),
    ];
    expect(alongTheWay(targets).map(({ to }) => to)).toEqual(['requester', 'review', 'check', 'payment', 'filing']);
  });
});
