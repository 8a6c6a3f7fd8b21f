export const DIRECTORY_LISTS = ['units', 'roles', 'people', 'positions', 'grants', 'parameters'] as const;
export type DirectoryList = (typeof DIRECTORY_LISTS)[number];

/** Where in a directory document something is: which list, which row of it (counted from one), its key, and the rest of the path. */
export interface DirectoryPlace {
  list: DirectoryList;
  row: number;
  key: string | null;
  rest: string;
}

const isList = (word: string): word is DirectoryList => (DIRECTORY_LISTS as readonly string[]).includes(word);

/** The row that a path such as `positions.3.superior` leads to; null where it leads to none. Pure. */
export function directoryPlace(path: string, document: unknown): DirectoryPlace | null {
  const [list = '', index = '', ...rest] = path.split('.');
  if (!isList(list) || !/^\d+$/.test(index)) return null;
  const rows = (document as Partial<Record<DirectoryList, { key?: unknown }[]>> | null)?.[list];
  const key = rows?.[Number(index)]?.key;
  return { list, row: Number(index) + 1, key: typeof key === 'string' ? key : null, rest: rest.join('.') };
}
