import WALKS from '../walks.json';

describe('the random walks of one run of the tests', () => {
  it('try at least 20,000 steps: each of them counts its own and says so when it was shorter', () => {
    expect(Object.values(WALKS).reduce((sum, { steps }) => sum + steps, 0)).toBeGreaterThanOrEqual(20_000);
  });
});
