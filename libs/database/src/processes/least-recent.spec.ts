import { LeastRecent } from './least-recent';

describe('what was used the longest ago', () => {
  it('is given up for one entry too many, and nothing else', () => {
    const kept = new LeastRecent<string, number>(2);
    kept.set('a', 1);
    kept.set('b', 2);
    expect(kept.get('a')).toBe(1);
    kept.set('c', 3);
    expect([kept.get('a'), kept.get('b'), kept.get('c'), kept.size]).toEqual([1, undefined, 3, 2]);
  });

  it('is not given up for a new value of a key that is there', () => {
    const kept = new LeastRecent<string, number>(2);
    kept.set('a', 1);
    kept.set('b', 2);
    kept.set('b', 3);
    expect([kept.get('a'), kept.get('b')]).toEqual([1, 3]);
    kept.delete('a');
    expect([kept.get('a'), kept.size]).toEqual([undefined, 1]);
  });
});
