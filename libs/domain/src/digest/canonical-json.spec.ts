import { fc } from '../../../../test/support/seeded';
import { canonicalJson } from './canonical-json';
import { equalJson } from './equal-json';

/** Doubles of RFC 8785, appendix B: bits in hex, expected text. */
const NUMBERS: [string, string][] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

function double(bits: string): number {
  return Buffer.from(bits, 'hex').readDoubleBE();
}

describe('canonical JSON', () => {
  it.each(NUMBERS)('writes the double %s as %s', (bits, text) => {
    expect(canonicalJson(double(bits))).toBe(text);
  });

  it.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])('refuses the number that JSON cannot carry: %s', (bits) => {
    expect(() => canonicalJson(double(bits))).toThrow(/number/);
  });

  it('sorts keys by UTF-16 code units', () => {
    const value = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '😀': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      ö: 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.keys(JSON.parse(canonicalJson(value)) as object)).toEqual(['1', '\r', '\u0080', 'ö', '€', '😀', '\ufb33']);
    expect(canonicalJson(value).indexOf('Carriage')).toBeLessThan(canonicalJson(value).indexOf('One'));
  });

  it('writes literals, strings and nesting as the RFC does', () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('does not depend on the order in which keys were set', () => {
    expect(canonicalJson({ b: 1, a: { d: 2, c: 3 } })).toBe(canonicalJson({ a: { c: 3, d: 2 }, b: 1 }));
  });

  it('leaves out what is undefined and keeps what is null', () => {
    expect(canonicalJson({ a: undefined, b: null, c: [] })).toBe('{"b":null,"c":[]}');
  });

  it('refuses half a surrogate pair, as key or value, and keeps whole ones', () => {
    expect(() => canonicalJson('\ud83d')).toThrow(/surrogate/);
    expect(() => canonicalJson({ '\ude00': 1 })).toThrow(/surrogate/);
    expect(canonicalJson('😀\n')).toBe('"😀\\n"');
  });

  it.each([[undefined], [1n], [() => 1], [Symbol('x')]])('refuses what is no JSON: %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(/Expected to write JSON/);
  });
});

describe('whether two JSON values are the same', () => {
  /** Few keys and few values, so that many pairs are alike. */
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(null, 0, 1, '', 'a', true, undefined),
      fc.array(tie('json'), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom('a', 'b'), tie('json'), { maxKeys: 2 }),
    ),
  }));
  /** JSON has no `undefined` but as the value of a property that is left out. */
  const plain = (value: unknown): unknown => (Array.isArray(value) ? value.map((each) => plain(each) ?? null) : value);

  it('says what their canonical texts say', () => {
    let alike = 0;
    fc.assert(
      fc.property(json, json, (one, other) => {
        const [left, right] = [plain(one) ?? null, plain(other) ?? null];
        let same: boolean;
        try {
          same = canonicalJson(left) === canonicalJson(right);
        } catch {
          return;
        }
        alike += same ? 1 : 0;
        expect(equalJson(left, right)).toBe(same);
      }),
      { numRuns: 2_000 },
    );
    expect(alike).toBeGreaterThan(20);
  });

  it('whatever the order of keys, and whether what is absent is said', () => {
    expect(equalJson({ a: 1, b: [{ c: 2, d: undefined }] }, { b: [{ c: 2 }], a: 1 })).toBe(true);
    expect(equalJson({ a: undefined }, { b: undefined })).toBe(true);
    expect([equalJson([1, 2], [2, 1]), equalJson({}, []), equalJson({ a: null }, {}), equalJson(null, {})]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
