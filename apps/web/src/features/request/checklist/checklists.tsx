import { Suspense } from 'react';
import type { RequestView } from '../../../shared/api/wire';
import { lazyPart } from '../../../shared/kit/waiting/lazy-part';
import { LineBones } from '../../../shared/kit/waiting/skeleton';

/** Most requests have no list: its screen comes only with one that has. */
const LazySection = lazyPart(() => import('./checklist-section').then((part) => part.ChecklistSection));

/** The checklists that a request has come to; nothing where it has none. */
export function Checklists({ view }: { view: RequestView }) {
  if (view.lists.length === 0) return null;
  return (
    <Suspense fallback={<LineBones />}>
      <LazySection view={view} />
    </Suspense>
  );
}
