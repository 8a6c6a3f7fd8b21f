import { usePrefetchQuery } from '@tanstack/react-query';
import { CatchBoundary } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { InboxPage, type PanelProps } from '../../features/inbox';
import { requestQuery, timelineQuery } from '../../shared/api/request-query';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { PanelBones } from '../../shared/kit/waiting/skeleton';
import { fetchNext } from '../../shared/state/first-sight';
import { PartProblem } from './page-problem';

const Request = lazyControls(() => import('./inbox-panel.page').then(({ InboxPanel }) => InboxPanel));

/** The request beside the list. What it will ask is asked while its code is on its way, which begins when the list is there. */
function Panel(props: PanelProps) {
  usePrefetchQuery(requestQuery(props.id));
  usePrefetchQuery(timelineQuery(props.id));
  return (
    <CatchBoundary getResetKey={() => props.id} errorComponent={PartProblem}>
      <Suspense fallback={<PanelBones />}>
        <Request {...props} />
      </Suspense>
    </CatchBoundary>
  );
}

export function Inbox() {
  useEffect(() => fetchNext(() => Request.preload()), []);
  return <InboxPage panel={Panel} />;
}
