import { Parts } from '../support/parts';
import { storm } from './storm/storm';

/** A round takes nearly four seconds; `npm run chaos -- --rounds 100` makes more of them. */
const ROUNDS = 8;
/** Kills each of the four twice. */
const SEED = 49;

describe('kill -9 of worker, api, Temporal and PostgreSQL while everybody is at work', () => {
  const parts = new Parts();
  afterAll(() => parts.stop());

  it('nothing that was acknowledged is lost or doubled, and no request is where nobody can move it; money is held as was decided', async () => {
    const report = await storm(parts, { rounds: ROUNDS, seed: SEED }, () => undefined);
    expect(report.wrong).toEqual([]);
    expect(Object.values(report.kills).every((times) => times > 0)).toBe(true);
    expect(report.done).toBeGreaterThan(40);
    expect(report.operations.length).toBeGreaterThan(8);
    expect(report.outside).toBeGreaterThan(5);
  }, 600_000);
});
