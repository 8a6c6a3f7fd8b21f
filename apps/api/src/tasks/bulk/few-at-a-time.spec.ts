import { fewAtATime } from './few-at-a-time';

describe('many things, a few at once', () => {
  it('come back in the order in which they were given, each done once, never more than four at a time', async () => {
    let under = 0;
    let most = 0;
    const seen: number[] = [];
    const results = await fewAtATime([...Array(25).keys()], async (each) => {
      under += 1;
      most = Math.max(most, under);
      seen.push(each);
      await new Promise((resolve) => setTimeout(resolve, (each * 7) % 5));
      under -= 1;
      return each * 2;
    });
    expect(results).toEqual([...Array(25).keys()].map((each) => each * 2));
    expect(seen).toEqual([...Array(25).keys()]);
    expect(most).toBe(4);
  });

  it('are nothing where there is nothing', async () => {
    expect(await fewAtATime([], () => Promise.reject(new Error('nothing to do')))).toEqual([]);
  });
});
