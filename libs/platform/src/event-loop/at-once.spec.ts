import { atOnce } from './at-once';

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

describe('so many at once', () => {
  it('sees to each once, in order, and to no more at the same time', async () => {
    const [begun, open] = [[] as number[], { now: 0, most: 0 }];
    await atOnce(3, [1, 2, 3, 4, 5, 6, 7], async (one) => {
      begun.push(one);
      open.most = Math.max(open.most, (open.now += 1));
      await pause();
      open.now -= 1;
    });
    expect([begun, open]).toEqual([[1, 2, 3, 4, 5, 6, 7], { now: 0, most: 3 }]);
  });

  it('begins nothing new once it is told to leave, and throws what went wrong', async () => {
    const begun: number[] = [];
    const note = async (one: number): Promise<void> => void begun.push(one);
    await atOnce(1, [1, 2, 3], note, () => begun.length < 2);
    expect(begun).toEqual([1, 2]);
    await expect(atOnce(2, [1], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});
