import { useNavigate } from '@tanstack/react-router';
import { Button, Tooltip } from 'antd';
import { useMoreItems, type MoreItem } from './more-menu';
import type { Decision } from './use-decision';

/** Opens the form of a returned request again. */
export function useEditAgain({ view }: Decision): () => void {
  const navigate = useNavigate();
  return () => void navigate({ to: '/start/$key', params: { key: view.definition.key }, search: { request: view.id } });
}

/**
 * What stands as a button and what is behind “more”. A requester sees what they are likely to want next: taking back what is under way,
 * asking for the same again where it is over. For everybody else it would be one too many.
 */
export function useSideActions(decision: Decision): { side: MoreItem[]; more: MoreItem[] } {
  const items = useMoreItems(decision);
  const { own, outcome } = decision.view;
  const likely = !own ? null : outcome === null ? 'withdraw' : 'copy';
  const alone = items.length === 1 && decision.view.task === null;
  const stands = ({ key }: MoreItem): boolean => alone || key === likely;
  return { side: items.filter(stands), more: items.filter((item) => !stands(item)) };
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
  const items = useMoreItems(decision);
  const { view, held, taken } = decision;
  const calls = view.task !== null || view.blocked !== null || held !== null || taken !== null || items.length > 0;
  return !calls && decision.option('resubmit') === undefined;
}
