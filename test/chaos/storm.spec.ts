import { Parts } from '../support/parts';
import { storm } from './storm/storm';

describe('kill -9 of worker, api, Temporal and PostgreSQL, twenty times, while everybody is at work', () => {
  const parts = new Parts();
  afterAll(() => parts.stop());

  it('nothing that was acknowledged is lost or doubled, and no request is where nobody can move it', async () => {
    const report = await storm(parts, { rounds: 20, seed: 20 }, () => undefined);
    expect(report.wrong).toEqual([]);
    expect(Object.values(report.kills).every((times) => times > 0)).toBe(true);
    expect(report.done).toBeGreaterThan(100);
    expect(report.operations.length).toBeGreaterThan(8);
  }, 600_000);
});
