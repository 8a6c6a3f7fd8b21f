import { eachRow } from './row-commands';
import type { TrackRow } from '../track-queries';

const rows = Array.from({ length: 10 }, (_, at) => ({ requestId: String(at) }) as TrackRow);

describe('what is done row by row', () => {
  it('does every row once, a few at a time', async () => {
    const done: string[] = [];
    let abreast = 0;
    let most = 0;
    await eachRow(rows, { stopped: () => false }, async ({ requestId }) => {
      most = Math.max(most, ++abreast);
      await new Promise((resolve) => setTimeout(resolve, 1));
      abreast -= 1;
      done.push(requestId);
    });
    expect([...done].sort()).toEqual(rows.map(({ requestId }) => requestId));
    expect(most).toBeLessThanOrEqual(3);
  });

  it('begins no more once it is called off, and finishes what was begun', async () => {
    const done: string[] = [];
    await eachRow(rows, { stopped: () => done.length >= 4 }, async ({ requestId }) => {
      await Promise.resolve();
      done.push(requestId);
    });
    expect(done.length).toBeGreaterThanOrEqual(4);
    expect(done.length).toBeLessThan(8);
  });
});
