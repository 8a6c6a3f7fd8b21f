import { Suspense } from 'react';
import type { AllowedCommand } from '../../../shared/api/wire';
import { lazyPart } from '../../../shared/kit/waiting/lazy-part';
import { keyOf } from '../buttons/buttons';
import type { DecisionControls } from '../decision/use-decision';

/** Most decisions need none of it: dialog, people and form come when one is opened. */
const OperationDialog = lazyPart(() => import('./operation-dialog').then((part) => part.OperationDialog));

/** Where the dialog of an operation stands while one is open. */
export function OperationPlace({
  decision,
  option,
  onClose,
}: {
  decision: DecisionControls;
  option: AllowedCommand | null;
  onClose: () => void;
}) {
  if (option === null) return null;
  return (
    <Suspense fallback={null}>
      <OperationDialog key={keyOf(option)} decision={decision} option={option} onClose={onClose} />
    </Suspense>
  );
}
