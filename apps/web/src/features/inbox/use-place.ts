import { useTaskCounts } from '../../shared/state/session';
import { positionOf, type Inbox } from './use-inbox';
import { useInboxRows } from './list/use-inbox-rows';

/** Where a request stands among those that wait for the reader; nowhere when it is not one of them, or when nobody asks. */
export function usePlaceInInbox(id: string, asked: boolean, go: (id: string) => void): Pick<Inbox, 'position'> & Beside {
  const list = useInboxRows({}, asked);
  const counts = useTaskCounts();
  const index = list.rows.findIndex(({ row }) => row.requestId === id);
  const step = (to: number): (() => void) | undefined => {
    const target = index < 0 ? undefined : list.rows[to];
    return target && (() => go(target.row.requestId));
  };
  return { position: positionOf(list, index, counts?.todo), onPrevious: step(index - 1), onNext: step(index + 1) };
}

interface Beside {
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}
