import type { Column, Field } from '@countersign/domain';
import { Suspense } from 'react';
import { lazyPart } from '../kit/waiting/lazy-part';
import { Bone } from '../kit/waiting/skeleton';
import type { ControlProps } from './control';
import type { TableControlProps } from './table/table-control';

/** Calendars, pickers and tables are heavy, and most pages show none: they come with the first form. */
const Every = lazyPart(() => import('./controls/every-control').then(({ EveryControl }) => EveryControl));
const Table = lazyPart(() => import('./table/table-control').then((found) => found.TableControl));

/** Fetches what forms are filled in with, for a page that will need it. */
export const loadControls = (): Promise<unknown> => Promise.all([Every.preload(), Table.preload()]);

/** The control of a field or of a table's column. */
export function ControlOf(props: ControlProps<Exclude<Field, { type: 'table' }> | Column>) {
  return (
    <Suspense fallback={<Bone height={36} />}>
      <Every {...props} />
    </Suspense>
  );
}

/** Tables hold controls and stand apart. */
export function TableOf(props: TableControlProps) {
  return (
    <Suspense fallback={<Bone height={120} />}>
      <Table {...props} />
    </Suspense>
  );
}
