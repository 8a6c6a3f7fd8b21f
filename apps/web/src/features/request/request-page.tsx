import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { Printer, Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../shared/api/wire';
import { useWords } from '../../shared/i18n/use-language';
import { PageBones } from '../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../shared/kit/waiting/states';
import { useSayWhere } from '../../shared/state/crumbs';
import { useMe } from '../../shared/state/session';
import { useViewport } from '../../shared/state/viewport';
import { AuditList, ChainVerdict } from './records/audit-list';
import { DecisionBar } from './decision/decision-bar';
import { ThumbBar } from './decision/thumb-bar';
import { useDecision } from './decision/use-decision';
import { EngineList } from './records/engine-list';
import { DiscussionThread } from './discussion/discussion-thread';
import { ForkCards } from './path/lane-cards';
import { PathCard } from './path/path-card';
import { PhoneBar, type ListPlace } from './phone-bar';
import { HistorySection, RequestNotes } from './request-body';
import { RequestContent } from './content/request-content';
import { RequestHead } from './request-head';
import styles from './request-page.module.css';
import { useTimelineAhead } from './use-outlook';
import { useDiscussion, useRequest } from './use-request';

export type RecordTab = 'history' | 'discussion' | 'audit' | 'engine';

function Records({ view, tab }: { view: RequestView; tab: RecordTab }) {
  const { t } = useTranslation(['request', 'repair']);
  const navigate = useNavigate();
  const discussion = useDiscussion(view.id);
  const said = discussion.data?.length ?? 0;
  const tracks = useMe().desks.includes('track');
  const number = discussion.hasNextPage ? `${said}+` : `${said}`;
  const items = [
    {
      key: 'history',
      label: t('tabHistory'),
      children: (
        <>
          <HistorySection view={view} compact />
          <ChainVerdict id={view.id} />
        </>
      ),
    },
    {
      key: 'discussion',
      label: said > 0 ? t('tabDiscussionCount', { number }) : t('tabDiscussion'),
      children: <DiscussionThread id={view.id} own={view.own && view.n > 0} />,
    },
    { key: 'audit', label: t('tabAudit'), children: <AuditList view={view} /> },
    ...(tracks ? [{ key: 'engine', label: t('tabEngine'), children: <EngineList id={view.id} /> }] : []),
  ];
  return (
    <aside className={styles.records} aria-label={t('tabs')}>
      {view.allowed.some(({ scope, enabled }) => scope === 'operator' && enabled) ? (
        <Link
          to="/requests/$id/repair"
          params={{ id: view.id }}
          className={`${styles.print} ${styles.repair}`}
          aria-label={t('repair:open')}
          title={t('repair:open')}
        >
          <Wrench size={18} />
        </Link>
      ) : null}
      <Link
        to="/requests/$id/sheet"
        params={{ id: view.id }}
        target="_blank"
        className={styles.print}
        aria-label={t('print')}
        title={t('print')}
      >
        <Printer size={18} />
      </Link>
      <Tabs
        activeKey={tab}
        items={items}
        onChange={(key) =>
          void navigate({
            to: '/requests/$id',
            params: { id: view.id },
            search: key === 'history' ? {} : { tab: key as 'discussion' | 'audit' | 'engine' },
            replace: true,
          })
        }
      />
    </aside>
  );
}

function Sheet({ view, phone }: { view: RequestView; phone: boolean }) {
  const timeline = useTimelineAhead(view).data;
  return (
    <div className={styles.sheet}>
      <RequestHead view={view} stamped={!phone} />
      <RequestNotes view={view} />
      {timeline ? phone ? <ForkCards timeline={timeline} view={view} /> : <PathCard timeline={timeline} view={view} /> : null}
      <RequestContent view={view} phone={phone} />
    </div>
  );
}

function Loaded({ view, tab, place }: { view: RequestView; tab: RecordTab; place: ListPlace }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const phone = useViewport() === 'phone';
  const navigate = useNavigate();
  const decision = useDecision(view, undefined);
  useSayWhere([
    { text: t('crumbInbox'), to: '/inbox' },
    { text: words(view.definition.title) },
    { text: view.number ?? words(view.rowTitle) },
  ]);
  const back = (): void => void navigate({ to: '/inbox', search: {} });
  return (
    <div className={styles.page}>
      {phone ? (
        <PhoneBar
          {...place}
          id={view.id}
          number={view.number}
          onClose={() => (window.history.length > 1 ? window.history.back() : back())}
        />
      ) : null}
      <div className={styles.columns}>
        <div className={styles.main}>
          <div className={styles.scroll}>
            <Sheet view={view} phone={phone} />
            {phone ? <Records view={view} tab={tab} /> : null}
          </div>
          {phone ? <ThumbBar decision={decision} /> : <DecisionBar decision={decision} />}
        </div>
        {phone ? null : <Records view={view} tab={tab} />}
      </div>
    </div>
  );
}

/** A request as a page of its own: the way it took, facts, form and files; history, talk and audit trail at the right. */
export function RequestPage({ id, tab, place }: { id: string; tab: RecordTab; place: ListPlace }) {
  const query = useRequest(id);
  const draft = query.data?.n === 0 && query.data.own && !query.isFetching ? query.data : null;
  // Nothing has happened to it yet that could be read here.
  if (draft) return <Navigate to="/start/$key" params={{ key: draft.definition.key }} search={{ draft: id }} replace />;
  if (query.data) return <Loaded key={id} view={query.data} tab={tab} place={place} />;
  return query.error ? <ErrorState page error={query.error} retry={() => void query.refetch()} /> : <PageBones />;
}
