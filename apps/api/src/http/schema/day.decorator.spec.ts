import 'reflect-metadata';
import { validateSync } from 'class-validator';
import { AnalyticsQuery } from '../../analytics/dto/analytics.query';
import { EventLogQuery } from '../../analytics/dto/event-log.view';
import { RequestListQuery } from '../../requests/dto/request.body';

const wrongOf = (query: object): string[] => validateSync(query).map(({ property }) => property);

describe('the days by which lists and figures are asked', () => {
  it.each([
    ['figures', () => new AnalyticsQuery()],
    ['the event log', () => Object.assign(new EventLogQuery(), { definition: 'x' })],
    ['requests', () => new RequestListQuery()],
  ])('are days of the calendar: %s', (_, query) => {
    for (const name of ['from', 'to']) {
      for (const day of ['2026-11-29', '2028-02-29']) expect([day, wrongOf(Object.assign(query(), { [name]: day }))]).toEqual([day, []]);
      for (const day of [
        '2026-02-30',
        '2026-02-29',
        '2026-04-31',
        '0000-01-01',
        '0001-01-01',
        '9999-12-31',
        '2026-1-1',
        '2026-11-29T00:00Z',
        'x',
        '',
      ])
        expect([day, wrongOf(Object.assign(query(), { [name]: day }))]).toEqual([day, [name]]);
    }
  });
});
