import type { z } from 'zod';
import { readDocument } from '../../definition/document/format-problems';
import { isRecord } from '../../form/blank';
import { ownValue } from '../../text/own-value';
import { directoryImportSchema, type DirectoryImport } from './directory-import.schema';
import { DIRECTORY_LISTS, PROBLEMS_TOLD } from './directory-limits';

/** A document whose lists are read row by row, and what is around them as one: what is wrong is the first hundred problems. Pure, in pieces. */
export function* rowsRead(whole: unknown): Generator<void, { directory: DirectoryImport } | { issues: z.core.$ZodIssue[] }, void> {
  const lists = isRecord(whole) ? DIRECTORY_LISTS.filter((list) => Array.isArray(ownValue(whole, list))) : [];
  const frame = readDocument(
    directoryImportSchema,
    isRecord(whole) ? { ...whole, ...Object.fromEntries(lists.map((list) => [list, []])) } : whole,
  );
  const issues = [...(frame.error?.issues ?? [])];
  const read: Partial<Record<(typeof DIRECTORY_LISTS)[number], unknown[]>> = {};
  for (const list of lists) {
    const rows = (whole as Record<string, unknown[]>)[list] ?? [];
    const kept: unknown[] = (read[list] = []);
    for (const [at, row] of rows.entries()) {
      const { data, error } = readDocument<unknown[]>(directoryImportSchema.shape[list], [row]);
      kept.push(...(data ?? []));
      for (const { path, ...issue } of error?.issues.slice(0, PROBLEMS_TOLD) ?? [])
        issues.push({ ...issue, path: [list, at, ...path.slice(1)] } as z.core.$ZodIssue);
      if (issues.length >= PROBLEMS_TOLD) break;
      yield;
    }
  }
  return frame.success && issues.length === 0
    ? { directory: { ...frame.data, ...read } as DirectoryImport }
    : { issues: issues.slice(0, PROBLEMS_TOLD) };
}
