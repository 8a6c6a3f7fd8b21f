import { ownValue } from '@countersign/domain';
import type { RequestFile, RequestView } from '../../../shared/api/wire';

/** The files that no table of the form shows already, where the whole form is on screen. Pure. */
export function filesBesideTables({ form, files }: Pick<RequestView, 'form' | 'files'>): RequestFile[] {
  const shown = new Set(
    form.fields
      .filter(({ type }) => type === 'table')
      .flatMap(({ key }) => rowsOf(ownValue(form.values, key)))
      .flatMap((row) => Object.values(row))
      .flatMap((cell) => (Array.isArray(cell) ? cell : []))
      .map((file) => (file as Partial<RequestFile>).id),
  );
  return files.filter(({ id }) => !shown.has(id));
}

const rowsOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? (value as Record<string, unknown>[]) : []);
