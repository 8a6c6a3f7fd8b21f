interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Far beyond any list that a person chooses from: an answer that never ends is not followed for ever. */
const MOST_PAGES = 100;

/** All items of a list, page after page. */
export async function everyPage<Item>(read: (cursor: string | null) => Promise<Page<Item>>): Promise<Item[]> {
  const found: Item[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, nextCursor }: Page<Item> = await read(cursor);
    found.push(...items);
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return found;
}
