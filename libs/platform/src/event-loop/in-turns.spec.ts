import { inTurns } from './in-turns';

function* busy(pieces: number, ms: number): Generator<void, string, void> {
  for (let piece = 0; piece < pieces; piece += 1) {
    const until = performance.now() + ms;
    while (performance.now() < until);
    yield;
  }
  return 'done';
}

describe('work in turns', () => {
  it('comes to its end, and others are looked after meanwhile', async () => {
    let others = 0;
    const timer = setInterval(() => (others += 1), 1);
    await expect(inTurns(busy(40, 5))).resolves.toBe('done');
    clearInterval(timer);
    expect(others).toBeGreaterThan(5);
  });

  it('of one turn waits for nobody', async () => {
    let others = 0;
    setImmediate(() => (others += 1));
    await inTurns(busy(1, 0));
    expect(others).toBe(0);
  });

  it('throws what a piece throws', async () => {
    const work = (function* (): Generator<void, string, void> {
      yield;
      throw new Error('broken');
    })();
    await expect(inTurns(work)).rejects.toThrow('broken');
  });
});
