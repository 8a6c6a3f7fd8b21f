import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, useEffect, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { useKeys } from '../../shared/keyboard/use-keys';
import { EmptyState } from '../../shared/kit/waiting/states';
import { PhoneSearch } from '../../shared/kit/phone-search';
import { PhoneTop } from '../../shared/kit/phone-top';
import { usePageTitle } from '../../shared/state/crumbs';
import { fetchNext, sawFirst } from '../../shared/state/first-sight';
import { useEver } from '../../shared/state/store';
import { useViewport } from '../../shared/state/viewport';
import { BulkSlot, type BulkSlotProps } from './bulk-slot';
import { FilterButton } from './filter/filter-button';
import { InboxList } from './list/inbox-list';
import styles from './inbox-page.module.css';
import { InboxTabs } from './filter/inbox-tabs';
import { SelectButton } from './selection/select-bar';
import { useInbox, type Inbox } from './use-inbox';

/** What the inbox tells the request beside it. */
export interface PanelProps {
  id: string;
  position: { index: number; total: number } | null;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
  /** A decision was taken and is certain: go on to the next one. */
  onDecided: () => void;
  /** A decision on the one before led here: the focus begins at what is asked now. */
  takesFocus: boolean;
}
type Panel = ComponentType<PanelProps>;

const bulkOf = ({ selection, openById }: Inbox): BulkSlotProps => ({
  rows: selection.rows,
  onClear: selection.clear,
  onBack: () => selection.look(false),
  onOpen: (id) => {
    selection.look(false);
    openById(id);
  },
});

const PanelDrawer = lazyControls(() => import('./panel-drawer').then((found) => found.PanelDrawer));

/** What lies beside the list, or over it: what is selected to be decided together, or the request that is open. */
function PanelSlot({ panel: Request, inbox }: { panel: Panel; inbox: Inbox }) {
  if (inbox.selection.looking) return <BulkSlot {...bulkOf(inbox)} />;
  if (inbox.openId === null) return null;
  return (
    <Request
      id={inbox.openId}
      position={inbox.position}
      onPrevious={inbox.previous}
      onNext={inbox.next}
      onClose={inbox.close}
      onDecided={inbox.decided}
      takesFocus={inbox.followed}
    />
  );
}

function PhoneInbox({ panel, inbox }: { panel: Panel; inbox: Inbox }) {
  const { t } = useTranslation('inbox');
  const open = inbox.openId !== null || inbox.selection.looking;
  return (
    <div className={styles.phone}>
      <div className={styles.layer} inert={open}>
        <PhoneTop
          title={t('title')}
          trailing={
            <>
              <PhoneSearch />
              {inbox.choosable ? <SelectButton selection={inbox.selection} short /> : null}
              <FilterButton search={inbox.search} onChange={inbox.change} />
            </>
          }
        />
        <InboxTabs search={inbox.search} pills />
        <InboxList
          search={inbox.search}
          list={inbox.list}
          selectedKey={null}
          cards
          onOpen={inbox.open}
          onChange={inbox.change}
          selection={inbox.selection}
        />
      </div>
      {open ? (
        <div className={styles.over}>
          <PanelSlot panel={panel} inbox={inbox} />
        </div>
      ) : null}
    </div>
  );
}

/** The request slides in over the list. */
function NarrowPanel({ panel, inbox }: { panel: Panel; inbox: Inbox }) {
  const { looking, look } = inbox.selection;
  const open = inbox.openId !== null || looking;
  const wanted = useEver(open);
  useEffect(() => fetchNext(() => PanelDrawer.preload()), []);
  return (
    <Suspense>
      {wanted ? (
        <PanelDrawer open={open} onClose={looking ? () => look(false) : inbox.close}>
          <PanelSlot panel={panel} inbox={inbox} />
        </PanelDrawer>
      ) : null}
    </Suspense>
  );
}

/** The desk of managers: tabs, list, the request itself. The request comes from outside: features do not know each other. */
export function InboxPage({ panel }: { panel: Panel }) {
  const { t } = useTranslation('inbox');
  const viewport = useViewport();
  const inbox = useInbox({
    search: useSearch({ from: '/framed/inbox' }),
    navigate: useNavigate({ from: '/inbox' }),
    opensFirst: viewport === 'wide',
    looksAtOnce: viewport === 'wide',
  });
  const there = inbox.list.status !== 'pending';
  useEffect(() => {
    if (there) sawFirst();
  }, [there]);
  const tab = inbox.search.tab ?? 'todo';
  usePageTitle([t('title'), t(`tab-${tab}`)]);
  useKeys({ j: inbox.next, k: inbox.previous, Enter: inbox.openSelected, x: inbox.tick });
  if (viewport === 'phone') return <PhoneInbox panel={panel} inbox={inbox} />;
  const list = (
    <InboxList
      search={inbox.search}
      list={inbox.list}
      selectedKey={inbox.selectedKey}
      cards={false}
      onOpen={inbox.open}
      onChange={inbox.change}
      selection={inbox.selection}
    />
  );
  if (viewport === 'narrow')
    return (
      <div className={styles.narrow}>
        <h1 className="visually-hidden">{t('title')}</h1>
        <InboxTabs search={inbox.search} pills />
        {list}
        <NarrowPanel panel={panel} inbox={inbox} />
      </div>
    );
  return (
    <div className={styles.wide}>
      <InboxTabs search={inbox.search} />
      {list}
      <div className={styles.panel}>
        {inbox.openId === null && !inbox.selection.looking && inbox.list.status === 'success' && !inbox.list.fetching ? (
          // An empty list says itself what comes next.
          inbox.list.rows.length === 0 ? null : (
            <EmptyState title={t('nothingOpen')} hint={t('nothingOpenHint')} />
          )
        ) : (
          <PanelSlot panel={panel} inbox={inbox} />
        )}
      </div>
    </div>
  );
}
