import { everyPage } from './every-page';

/** A list of so many, read by hundreds. */
const listOf = (count: number) => {
  const asked: (string | null)[] = [];
  const read = (cursor: string | null) => {
    asked.push(cursor);
    const from = Number(cursor ?? 0);
    const items = Array.from({ length: Math.min(100, count - from) }, (_, at) => from + at);
    return Promise.resolve({ items, nextCursor: from + 100 < count ? String(from + 100) : null });
  };
  return { asked, read };
};

describe('all items of a list', () => {
  it.each([0, 1, 100, 101, 350])('are there where there are %i', async (count) => {
    const { asked, read } = listOf(count);
    expect(await everyPage(read)).toEqual(Array.from({ length: count }, (_, at) => at));
    expect(asked).toEqual([null, '100', '200', '300'].slice(0, Math.max(1, Math.ceil(count / 100))));
  });

  it('are not read for ever', async () => {
    let pages = 0;
    await everyPage(() => Promise.resolve({ items: [(pages += 1)], nextCursor: 'again' }));
    expect(pages).toBeLessThan(1_000);
  });
});
