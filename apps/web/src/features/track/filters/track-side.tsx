import { Link } from '@tanstack/react-router';
import {
  Archive,
  Bookmark,
  ChartNoAxesColumn,
  CheckCheck,
  CircleX,
  Clock,
  List,
  ScrollText,
  Store,
  Users,
  Workflow,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ADMINISTRATION, useAdministration } from '../../../shared/state/administration';
import { countText } from '../../../shared/format/count-text';
import { SavedEntry } from '../../../shared/kit/saved-entry';
import styles from '../../../shared/kit/side.module.css';
import { useChosenPill } from '../../../shared/kit/controls/use-chosen-pill';
import { useSavedViews, useTrackCounts, type TrackCounts } from '../track-queries';
import { sameFilters, trackSearch, trackViews, type TrackSearch, type TrackView } from '../track-search';

const icons: Record<TrackView, LucideIcon> = { 'under-way': List, overdue: Clock, stuck: CircleX, finished: CheckCheck, ended: Archive };
/** What ever ended is not counted: it only grows. */
const countOf: Record<TrackView, keyof TrackCounts | null> = {
  'under-way': 'underWay',
  overdue: 'overdue',
  stuck: 'stuck',
  finished: 'finished',
  ended: null,
};

function Views({ search, pills }: { search: TrackSearch; pills: boolean }) {
  const { t } = useTranslation('track');
  const counts = useTrackCounts({});
  const current = search.view ?? 'under-way';
  return trackViews.map((view) => {
    const Icon = icons[view];
    const on = search.show === undefined && sameFilters(search, { view: search.view }) && view === current;
    const counted = countOf[view];
    const count = (counted && counts?.[counted]) ?? 0;
    return (
      <Link
        key={view}
        to="/track"
        search={{ view: view === 'under-way' ? undefined : view }}
        className={pills ? `finger ${styles.pill}` : styles.tab}
        data-on={on}
        aria-current={on ? 'page' : undefined}
      >
        {pills ? null : <Icon size={18} aria-hidden />}
        <span>{t(`view-${view}`)}</span>
        {count > 0 ? <b>{countText(count)}</b> : null}
      </Link>
    );
  });
}

function Saved({ search }: { search: TrackSearch }) {
  const { t } = useTranslation('track');
  const { views, keep, remove } = useSavedViews();
  if (views.length === 0) return null;
  return (
    <>
      <h2 className={styles.section}>{t('savedViews')}</h2>
      {views.map(({ id, name, filters }) => (
        <SavedEntry
          key={id}
          name={name}
          remove={t('removeView', { name })}
          onRemove={() => remove.mutateAsync(id)}
          onKeep={() => keep.mutate({ name, filters })}
        >
          <Link
            to="/track"
            search={trackSearch(filters)}
            className={styles.tab}
            data-on={sameFilters(trackSearch(filters), search)}
            data-view={id}
          >
            <Bookmark size={18} aria-hidden />
            <span title={name}>{name}</span>
          </Link>
        </SavedEntry>
      ))}
    </>
  );
}

/** The views of the desk: what comes with the product, what the reader keeps, and how it is looked at. On a phone, pills. */
export function TrackSide({ search, pills = false }: { search: TrackSearch; pills?: boolean }) {
  const { t } = useTranslation(['track', 'frame']);
  const audits = useAdministration().some(({ to }) => to === ADMINISTRATION.record.to);
  const nav = useChosenPill(pills, `${search.show ?? 'list'} ${search.view ?? ''}`);
  const looks = (['processes', 'people'] as const).map((show) => {
    const Icon = show === 'processes' ? Workflow : Users;
    return (
      <Link
        key={show}
        to="/track"
        search={{ show }}
        className={pills ? `finger ${styles.pill}` : styles.tab}
        data-on={search.show === show}
        aria-current={search.show === show ? 'page' : undefined}
      >
        {pills ? null : <Icon size={18} aria-hidden />}
        <span>{t(`show-${show}`)}</span>
      </Link>
    );
  });
  return (
    <nav ref={nav} className={pills ? styles.pills : styles.column} aria-label={t('views')}>
      {pills ? null : <h1 className={styles.title}>{t('title')}</h1>}
      <Views search={search} pills={pills} />
      {pills ? null : <Saved search={search} />}
      {pills ? null : <h2 className={styles.section}>{t('looks')}</h2>}
      {looks}
      <Link
        to="/analytics"
        search={{ definition: search.definition, unit: search.unit }}
        className={pills ? `finger ${styles.pill}` : styles.tab}
      >
        {pills ? null : <ChartNoAxesColumn size={18} aria-hidden />}
        <span>{t('timeSpent')}</span>
      </Link>
      <Link to="/stores" search={{}} className={pills ? `finger ${styles.pill}` : styles.tab}>
        {pills ? null : <Store size={18} aria-hidden />}
        <span>{t('stores')}</span>
      </Link>
      {audits ? (
        <Link to={ADMINISTRATION.record.to} search={{}} className={pills ? `finger ${styles.pill}` : styles.tab}>
          {pills ? null : <ScrollText size={18} aria-hidden />}
          <span>{t('frame:adminRecord')}</span>
        </Link>
      ) : null}
    </nav>
  );
}
