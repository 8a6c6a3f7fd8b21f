import { Suspense } from 'react';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { PanelBones } from '../../shared/kit/waiting/skeleton';
import type { BulkPanelProps } from './bulk/bulk-panel';

export type BulkSlotProps = BulkPanelProps;

const BulkPanel = lazyControls(() => import('./bulk/bulk-panel').then((found) => found.BulkPanel));

/** Deciding many at once; its code comes when somebody first selects something. */
export function BulkSlot(props: BulkSlotProps) {
  return (
    <Suspense fallback={<PanelBones />}>
      <BulkPanel {...props} />
    </Suspense>
  );
}
