import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PhoneSearch } from '../../shared/kit/phone-search';
import { PhoneTop } from '../../shared/kit/phone-top';
import { PagedRows } from '../../shared/kit/waiting/paged-rows';
import { EmptyState, ErrorState } from '../../shared/kit/waiting/states';
import { useSayWhere } from '../../shared/state/crumbs';
import { useMe } from '../../shared/state/session';
import { useViewport } from '../../shared/state/viewport';
import { AlarmStrip } from './alarm-strip';
import { CountsStrip } from './counts-strip';
import { FilterBar } from './filters/filter-bar';
import { PickBar } from './list/pick-bar';
import { PeopleLoad } from './people-load';
import { PersonHead } from './person-head';
import { ProcessMapPage } from './processes/process-map';
import { ProcessTable } from './processes/process-table';
import { TrackCards, TrackTable } from './list/track-list';
import styles from './track-page.module.css';
import { useTracked, useTrackRefusal } from './track-queries';
import { filtersOf, isOver, type TrackSearch } from './track-search';
import { TrackSide } from './filters/track-side';
import { usePicking, type Picking } from './list/use-picking';

interface RowsProps {
  search: TrackSearch;
  cards: boolean;
  picking: Picking | null;
}

/** What is under way, to be picked: those who have it are reminded; what waits for one person is handed over too. On a phone it is looked at. */
function PickedRows({ search, from }: { search: TrackSearch; from: string | null }) {
  const picking = usePicking(from);
  return (
    <>
      <Rows search={search} cards={false} picking={picking} />
      <PickBar picking={picking} />
    </>
  );
}

function Rows({ search, cards, picking }: RowsProps) {
  const { t } = useTranslation('track');
  const all = Object.keys(filtersOf(search)).length === 0;
  const empty = <EmptyState title={t(all ? 'emptyAll' : 'emptyList')} hint={t(all ? 'emptyAllHint' : 'emptyListHint')} />;
  return (
    <PagedRows query={useTracked(search)} bones={8} empty={empty}>
      {(rows) => (cards ? <TrackCards rows={rows} /> : <TrackTable rows={rows} finished={isOver(search)} picking={picking} />)}
    </PagedRows>
  );
}

function Content({ search, onChange, cards }: { search: TrackSearch; onChange: (change: Partial<TrackSearch>) => void; cards: boolean }) {
  const { definition, show, waits } = search;
  const assigns = useMe().rights.includes('requests.assign');
  const picks = !cards && !isOver(search);
  if (show === 'processes' && definition !== undefined)
    return <ProcessMapPage processKey={definition} search={search} onChange={onChange} />;
  if (show === 'people') return <PeopleLoad search={search} onChange={onChange} cards={cards} />;
  if (show === 'processes') return <ProcessTable search={search} onChange={onChange} />;
  return (
    <>
      {waits === undefined ? null : <PersonHead id={waits} />}
      <FilterBar search={search} onChange={onChange} />
      {picks ? (
        <PickedRows key={waits ?? ''} search={search} from={assigns ? (waits ?? null) : null} />
      ) : (
        <Rows search={search} cards={cards} picking={null} />
      )}
    </>
  );
}

/** The desk of those who track requests: how they stand, a list or a map, every filter in the address. */
export function TrackPage() {
  const { t } = useTranslation('track');
  const search = useSearch({ from: '/framed/track' });
  const navigate = useNavigate({ from: '/track' });
  const viewport = useViewport();
  const { show } = search;
  const what = show === 'processes' || show === 'people' ? t(`show-${show}`) : t(`view-${search.view ?? 'under-way'}`);
  useSayWhere([{ text: t('title') }, { text: what }]);
  const onChange = (change: Partial<TrackSearch>): void => void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const phone = viewport === 'phone';
  const content = (
    <>
      <AlarmStrip />
      <Content search={search} onChange={onChange} cards={phone} />
    </>
  );
  const { definition, unit } = search;
  const refusal = useTrackRefusal({ definition, unit });
  if (refusal) return <ErrorState page error={refusal} />;
  if (viewport === 'wide')
    return (
      <div className={styles.wide}>
        <TrackSide search={search} />
        <div className={styles.column}>
          <CountsStrip filters={{ definition, unit }} />
          <div className={styles.content}>{content}</div>
        </div>
      </div>
    );
  return (
    <div className={styles.narrow}>
      {phone ? <PhoneTop title={t('title')} trailing={<PhoneSearch />} /> : <h1 className="visually-hidden">{t('title')}</h1>}
      <CountsStrip filters={{ definition, unit }} />
      <TrackSide search={search} pills />
      <div className={styles.content}>{content}</div>
    </div>
  );
}
