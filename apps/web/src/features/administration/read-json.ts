/** What a chosen file says; without `json`, it is none. */
export interface JsonFile {
  name: string;
  json?: unknown;
}

/** Reads a text as JSON. Pure. */
export function jsonFile(name: string, text: string): JsonFile {
  try {
    return { name, json: JSON.parse(text) };
  } catch {
    return { name };
  }
}

/** Whether a file was chosen that could not be read. Pure. */
export const isBroken = (file: JsonFile | null): boolean => file !== null && !('json' in file);
