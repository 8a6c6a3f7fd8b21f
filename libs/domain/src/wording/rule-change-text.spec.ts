import type { Json } from '../text/bilingual';
import { wordRuleChange, type DirectoryNames } from './rule-change-text';

const both = (text: string) => ({ zh: text, en: text });
const NAMES: DirectoryNames = {
  people: { 'li-na': both('Li Na') },
  units: { shop: both('Shop'), region: both('Region') },
  roles: { manager: both('Manager') },
  positions: { boss: both('Boss') },
  grants: { g1: both('Manager · expense') },
  parameters: { 'expense.days': both('Expense · Days') },
  definitions: { expense: both('Expense') },
};
const lines = (section: string, key: string, before: never, after: never) => {
  const { what, how, members } = wordRuleChange({ section, key, before, after }, NAMES);
  return [what.en, how, ...members.map(({ label, before: was, after: is }) => `${label.en}: ${was.en} → ${is.en}`)];
};

describe('a change of the rules in words', () => {
  it('tells limits by amount, none and blank', () => {
    const limit = (value: unknown) => ({ limit: value }) as never;
    const amount = (text: string) => limit({ amount: text, currency: 'CNY' });
    expect(lines('grants', 'g1', amount('1000.00'), amount('50000.50'))).toEqual([
      'Manager · expense',
      'changed',
      'Limit: ¥1,000 → ¥50,000.50',
    ]);
    expect(lines('grants', 'g1', limit(null), limit('no-limit'))).toEqual(['Manager · expense', 'changed', 'Limit: not set → no limit']);
  });

  it('tells rights and who is called what, and of what came or went each member that it has', () => {
    expect(lines('people', 'li-na', { rights: ['journal.verify'], active: true } as never, { rights: [], active: false } as never)).toEqual(
      ['Li Na', 'changed', 'Rights: Verify the audit trail → —', 'Active: yes → no'],
    );
    const post = { key: 'p', person: 'li-na', role: 'manager', unit: 'shop', superior: 'boss', covers: ['shop', 'region'], grade: 'gm' };
    expect(lines('positions', 'p', null as never, { ...post, validFrom: '2026-12-01' } as never)).toEqual([
      ...['p', 'added', 'Person: — → Li Na', 'Role: — → Manager', 'Unit: — → Shop', 'Reports to: — → Boss'],
      ...['In charge of: — → Shop and Region', 'Grade: — → General manager', 'From: — → 1 Dec 2026'],
    ]);
    expect(lines('units', 'gone', { name: both('Kiosk'), kind: 'store', parent: 'nowhere' } as never, null as never)).toEqual([
      ...['Kiosk', 'removed', 'Name: Kiosk → —', 'Kind: Store → —', 'Belongs to: nowhere → —'],
    ]);
  });

  it('tells versions without their digests, and parameters by their value', () => {
    expect(lines('definitions', 'expense', { version: 1, hash: 'a' } as never, { version: 2, hash: 'b' } as never)).toEqual([
      ...['Expense', 'changed', 'Version: version 1 → version 2'],
    ]);
    expect(lines('parameters', 'expense.days', { value: 30 } as never, { value: 60 } as never)).toEqual([
      ...['Expense · Days', 'changed', 'Value: 30 → 60'],
    ]);
  });

  it('holds whatever an old row holds', () => {
    for (const odd of [null, [], 'x', { constructor: { zh: 1 } }, { limit: { amount: 'x', currency: 'XQQ' } }, { kind: 'constructor' }])
      expect(wordRuleChange({ section: 'constructor', key: '__proto__', before: odd as Json, after: null }, NAMES).how).toBeDefined();
  });
});
