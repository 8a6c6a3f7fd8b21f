/** How many rows a list is asked for at a time. */
export const PAGE_SIZE = 50;

/** What the inbox asks for first, where its address narrows nothing. */
export const firstPage = { tab: 'todo', limit: PAGE_SIZE } as const;
