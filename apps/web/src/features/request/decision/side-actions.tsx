import { useNavigate } from '@tanstack/react-router';
import { Button, Tooltip } from 'antd';
import { useMoreItems, type MoreItem } from './more-menu';
import type { AllowedCommand } from '../../../shared/api/wire';
import type { Decision } from './use-decision';

/** Opens the form of a returned request again. */
export function useEditAgain({ view }: Decision): () => void {
  const navigate = useNavigate();
  return () => void navigate({ to: '/start/$key', params: { key: view.definition.key }, search: { request: view.id } });
}

/** As many as fit beside each other on a phone. */
const MOST_ASIDE = 2;

/**
 * What stands as a button and what is behind “more”. A requester sees what they are likely to want next: taking back what is under way,
 * asking for the same again where it is over. Whoever has nothing to decide sees what they can do for it, but what ends it.
 */
export function useSideActions(decision: Decision, open: (option: AllowedCommand) => void): { side: MoreItem[]; more: MoreItem[] } {
  const items = useMoreItems(decision, open);
  const { own, task } = decision.view;
  const idle = task === null && !own;
  const stands = ({ likely, danger, title }: MoreItem): boolean => (own && likely) || (idle && !danger && title === '');
  const alone = items.length === 1 && task === null && !items[0]?.danger;
  const side = alone ? items : items.filter(stands).slice(0, MOST_ASIDE);
  return { side, more: items.filter((item) => !side.includes(item)) };
}

/** A button beside the decision; where it is off it says why. */
export function SideButton({ action }: { action: MoreItem }) {
  return (
    <Tooltip title={action.title}>
      <Button onClick={action.onClick} disabled={action.disabled} aria-description={action.title || undefined}>
        {action.label}
      </Button>
    </Tooltip>
  );
}

/** Nothing to say and nothing to press: the bar would only take room. */
export function useIsSilent(decision: Decision): boolean {
  const { view, held, taken } = decision;
  const offered = view.own || view.allowed.some(({ command }) => command !== 'undo');
  return !offered && view.task === null && view.blocked === null && held === null && taken === null;
}
