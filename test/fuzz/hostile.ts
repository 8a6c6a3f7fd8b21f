import fc from 'fast-check';
import type { Dice } from '../support/dice';

/** Texts that break what takes text for harmless. */
const TEXTS = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x\udfff',
    '\u001b[2J',
    '\u007f',
    '\u0085',
    '\u202e',
    '\ufeff',
    '\u200b',
    '\u0301'.repeat(200),
  ],
  ...[
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'prototype',
    'valueOf',
    'null',
    'undefined',
    'NaN',
    'true',
    '[object Object]',
  ],
  ...[
    "'",
    '"',
    '\\',
    "'; DROP TABLE request; --",
    '$1',
    '%',
    '_',
    '%_%',
    '${x}',
    '{{x}}',
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '&',
    '#',
  ],
  ...[
    '2026-02-30',
    '0026-11-28',
    '9999-12-31',
    '+275760-09-13',
    '2026-13-01',
    '2026-11-28T25:00:00Z',
    '1e400',
    '-0',
    '٣',
    '１２３',
    'ＦＰ－００１Ａ',
  ],
  ...[
    '9223372036854775807',
    '9223372036854775808',
    '-9223372036854775809',
    '99999999999999999999999',
    '0.00000000000000000001',
    '1,234.50',
    '１２.５０',
  ],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '0196F3A0-0000-7000-8000-00000000000G',
    '0196f3a0000070008000000000000000',
  ],
  ...[
    '👨‍👩‍👧‍👦',
    '𠮷野家',
    'x'.repeat(300),
    '长'.repeat(5_000),
    'y'.repeat(70_000),
    'Mars/Phobos',
    'CNY',
    'XXX',
    'zz',
    'W10=',
    'WyIyMDI2Il0',
    'e30=',
    'bnVsbA==',
  ],
  // Cursors of every wrong shape.
  ...[
    [],
    {},
    null,
    [1],
    ['a', 'b'],
    [null, null],
    [1e308, 'x'],
    [{ a: 1 }],
    ['2026-02-30', 'x'],
    ['\u0000', '\u0000'],
    [[], []],
    ['infinity', 'x'],
  ].map((cursor) => Buffer.from(JSON.stringify(cursor)).toString('base64url')),
];

const VALUES: unknown[] = [
  ...[null, true, false, 0, -1, -0, 0.1, 1e21, 1e308, -1e308, 2 ** 53, 2 ** 31, -(2 ** 63), 1.5e-10],
  ...[
    [],
    {},
    [[]],
    [null],
    [{}],
    { amount: '1', currency: 'CNY' },
    { amount: 1, currency: 'CNY' },
    { amount: '9'.repeat(40), currency: 'CNY' },
  ],
  ...[
    { amount: '-1', currency: 'XXX' },
    { amount: '1e5', currency: 'CNY' },
    { from: '2026-12-01', to: '2026-01-01' },
    { from: null },
    { zh: '', en: '' },
  ],
  ...[{ id: 'x' }, { constructor: 1 }, { toString: null }, { length: 4_294_967_295 }, Array.from({ length: 600 }, () => 'x')],
  deep(30),
  deep(500),
  wide(600),
];

function deep(levels: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { a: value };
  return value;
}
function wide(members: number): object {
  return Object.fromEntries(Array.from({ length: members }, (_, at) => [`member${at}`, at]));
}

/** Hostile values: ours, and as many of fast-check's, which tries what nobody thinks of. */
export function hostileOf(seed: number): { text(dice: Dice): string; value(dice: Dice): unknown } {
  const more = fc.sample(fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }), { seed, numRuns: 600 });
  const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 60 }), { seed, numRuns: 600 });
  return {
    text: (dice) => dice.pick(dice.chance(0.6) ? TEXTS : texts),
    value: (dice) => (dice.chance(0.4) ? dice.pick(TEXTS) : dice.pick(dice.chance(0.6) ? VALUES : more)),
  };
}
