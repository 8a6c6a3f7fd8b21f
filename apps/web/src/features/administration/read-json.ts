/** Where in a text something is, both counted from one. */
export interface TextPlace {
  line: number;
  column: number;
}

/** What a chosen file says; without `json`, it is none, and `broken` is where reading it stopped. */
export interface JsonFile {
  name: string;
  json?: unknown;
  broken?: TextPlace;
}

/** Reads a text as JSON. Pure. */
export function jsonFile(name: string, text: string): JsonFile {
  try {
    return { name, json: JSON.parse(text) };
  } catch (error) {
    return { name, broken: placeIn(text, error instanceof Error ? error.message : '') };
  }
}

/** Whether a file was chosen that could not be read. Pure. */
export const isBroken = (file: JsonFile | null): boolean => file !== null && !('json' in file);

/** Browsers say it as a line and a column, or as a position; one that says nothing came to the end of the text. */
function placeIn(text: string, said: string): TextPlace {
  const [, line, column] = /line (\d+) column (\d+)/.exec(said) ?? [];
  if (line !== undefined && column !== undefined) return { line: Number(line), column: Number(column) };
  const [, position] = /position (\d+)/.exec(said) ?? [];
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
