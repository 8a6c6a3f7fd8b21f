import { BODY_LIMITS } from './limits';
import { outlineProblem } from './json-outline';
import { readJsonText } from './read-json';

const problem = (text: string): string | null => outlineProblem(Buffer.from(text), { bytes: 1_000_000, values: 10, names: 3, depth: 3 });

describe('the outline of JSON text', () => {
  it('counts depth, values and different names, and takes signs inside of texts for what they are', () => {
    expect(problem('{"a":{"b":{"c":1}}}')).toBeNull();
    expect(problem('{"a":{"b":{"c":{}}}}')).toBe('too-deep');
    expect(problem('[[[[')).toBe('too-deep');
    expect(problem('[1,2,3,4,5,6,7,8,9,10,11,12]')).toBe('too-many-values');
    expect(problem('{"a":1,"b":2,"c":3,"d":4}')).toBe('too-many-values');
    expect(problem('[{"a":1},{"a":1},{"a" :1},{"a"\n:1}]')).toBeNull();
    expect(problem('"[[[[[[[{{{{{,,,,,,,,,,,,,,,"')).toBeNull();
    expect(problem('"\\"[[[[[["')).toBeNull();
    expect(problem('["\\\\",[[[1]]]]')).toBe('too-deep');
    expect(problem(`{"${'n'.repeat(300)}":1}`)).toBe('long-name');
    expect(problem(`{"a":"${'n'.repeat(300)}"}`)).toBeNull();
  });

  it('is told of anything at all', () => {
    for (const text of ['', '"', '"\\', '}}}}', '{"a', '\\', '":', ',']) expect([text, problem(text)]).toEqual([text, null]);
  });

  it('looks at each sign a few times at most, whatever the text', () => {
    const length = 60_000;
    const texts = ['\\', '"', '"\\', ' ', '{"', '":'].map((part) => part.repeat(length / part.length));
    for (const text of [...texts, `"${'\\\\'.repeat(length / 2)}"`, `"${'\\"'.repeat(length / 2)}`]) {
      let looks = 0;
      const counted = new Proxy(Buffer.from(text), {
        get(bytes, key) {
          looks += 1;
          const found: unknown = Reflect.get(bytes, key, bytes);
          return typeof found === 'function' ? (found.bind(bytes) as unknown) : found;
        },
      });
      outlineProblem(counted, { ...BODY_LIMITS.definition, values: length, depth: length });
      expect(looks).toBeLessThan(8 * length);
    }
  });
});

describe('JSON text', () => {
  it('comes in without signs that turn the direction of reading, wherever they stand and however they are written', () => {
    const read = (text: string): unknown => readJsonText(Buffer.from(text));
    expect(read('{"rows":[{"reason":"a\u202eb"}],"n":[1,"\\u2066c\\u2069"]}')).toEqual({ rows: [{ reason: 'ab' }], n: [1, 'c'] });
    expect(read('{"__proto__":"\\u202Ex"}')).toEqual(JSON.parse('{"__proto__":"x"}'));
    expect(read('["plain \\u2028", null, true]')).toEqual(['plain \u2028', null, true]);
    for (const text of ['', '{', '"\\u202e', '[\u202e]']) expect(() => read(text)).toThrow();
    expect(() => readJsonText(Buffer.from([0x22, 0xff, 0x22]))).toThrow();
  });
});
