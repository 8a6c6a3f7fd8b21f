import { readFileSync } from 'node:fs';
import { BUILT_INS } from './workflow-bundle';

describe('built-ins that the bundle looks up once', () => {
  it('are none of those that the SDK replaces', () => {
    const overrides = readFileSync(require.resolve('@temporalio/workflow/lib/global-overrides'), 'utf8');
    const replaced = [...overrides.matchAll(/^ {4}global\.(\w+) = /gm)].map(([, name]) => name);
    expect(replaced).toEqual(expect.arrayContaining(['Date', 'WeakRef', 'FinalizationRegistry', 'setTimeout', 'clearTimeout']));
    expect(BUILT_INS.filter((name) => replaced.includes(name))).toEqual([]);
  });
});
