import type { DefinitionItem } from '../../../shared/api/wire';
import { answersTo, byArea } from './by-area';

const item = (key: string, area: string, startable: boolean, title: { zh: string; en: string }): DefinitionItem => ({
  key,
  version: 1,
  hash: 'h',
  title,
  description: null,
  area,
  code: 'SC-001',
  status: 'published',
  startable,
  why: null,
  entrances: null,
  changesAuthority: false,
});
const plan = item('plan', 'research', true, { zh: '调研计划', en: 'Research plan' });
const expense = item('expense', 'finance', false, { zh: '报销', en: 'Expenses' });
const advance = item('advance', 'finance', true, { zh: '借支', en: 'Cash advance' });

describe('the catalogue', () => {
  it('groups by area and puts what one may start first', () => {
    expect(byArea([plan, expense, advance], 'en').map(({ area, items }) => [area, items.map(({ key }) => key)])).toEqual([
      ['finance', ['advance', 'expense']],
      ['research', ['plan']],
    ]);
  });

  it('is searched in both languages and by code', () => {
    expect(answersTo(plan, '调研')).toBe(true);
    expect(answersTo(plan, 'RESEARCH ')).toBe(true);
    expect(answersTo(plan, 'sc-001')).toBe(true);
    expect(answersTo(plan, 'lease')).toBe(false);
  });
});
