import { ArrowUp, ChevronDown } from 'lucide-react';
import { Fragment, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../../shared/export/export-button';
import { useRovingFocus } from '../../../shared/keyboard/use-roving-focus';
import { LateDropdown } from '../../../shared/kit/controls/late-dropdown';
import { PlainButton } from '../../../shared/kit/controls/plain-button';
import { RowBones } from '../../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../../shared/kit/waiting/states';
import { DoneToday } from './done-today';
import { FilterButton } from '../filter/filter-button';
import styles from './inbox-list.module.css';
import { InboxRowCard, type Tick } from './inbox-row';
import { filtersOf, filtersOn, inboxSorts, isPressing, noFilters, type InboxSearch, type InboxSort } from '../filter/inbox-search';
import { InboxEmpty } from './inbox-empty';
import { SelectBar, SelectButton } from '../selection/select-bar';
import { isSelectable, type Selection } from '../selection/selection';
import type { StuckRow } from './stuck-rows';
import type { InboxRows } from './use-inbox-rows';

interface ListProps {
  search: InboxSearch;
  list: InboxRows;
  selectedKey: string | null;
  cards: boolean;
  onOpen: (row: StuckRow) => void;
  onChange: (change: Partial<InboxSearch>) => void;
  selection: Selection;
}

function SortButton({ sort, onSort }: { sort: InboxSort; onSort: (sort: InboxSort) => void }) {
  const { t } = useTranslation('inbox');
  const items = inboxSorts.map((key) => ({ key, label: t(`sort-${key}`) }));
  return (
    <LateDropdown menu={{ items, selectedKeys: [sort], onClick: ({ key }) => onSort(key as InboxSort) }}>
      <button type="button" className={`plain ${styles.tool}`} aria-haspopup="menu" aria-label={`${t('sort')}: ${t(`sort-${sort}`)}`}>
        {t(`sort-${sort}`)}
        <ChevronDown size={14} aria-hidden />
      </button>
    </LateDropdown>
  );
}

/** The box of a row while several are being selected; undefined while none are. */
const tickOf = (item: StuckRow, { choosing, has, toggle }: Selection): Tick | null | undefined =>
  choosing ? (isSelectable(item) ? { on: has(item.key), press: (range) => toggle(item.key, range) } : null) : undefined;

function Rows({ search, list, selectedKey, cards, onOpen, selection }: ListProps) {
  const { t } = useTranslation('inbox');
  const tab = search.tab ?? 'todo';
  // Where nothing states a date, a heading that says so on top of everything would only be noise.
  const grouped = isPressing(tab) && (search.sort ?? 'due') === 'due' && list.rows.some((item) => item.row.group !== 'none');
  const roving = useRovingFocus<HTMLUListElement>();
  return (
    <ul aria-label={t('list')} className={styles.rows} {...roving}>
      {list.rows.map((item, index) => {
        const group = item.row.group;
        const starts = grouped && group !== list.rows[index - 1]?.row.group;
        return (
          <Fragment key={item.key}>
            {starts ? (
              <li className={styles.group} data-group={cards ? 'none' : group}>
                {t(`group-${group}`)}
              </li>
            ) : null}
            <InboxRowCard
              item={item}
              selected={item.key === selectedKey}
              card={cards}
              tab={tab}
              onOpen={() => onOpen(item)}
              tick={tickOf(item, selection)}
            />
          </Fragment>
        );
      })}
    </ul>
  );
}

/** Something more urgent has come: it is said, and shown when the reader wants it. */
function Arrived({ list, onShow }: { list: InboxRows; onShow: () => void }) {
  const { t } = useTranslation('inbox');
  return (
    <div role="status" className={styles.arrived}>
      {list.arrived > 0 ? (
        <button type="button" className="plain finger" onClick={onShow}>
          <ArrowUp size={14} aria-hidden />
          {t('arrived', { count: list.arrived })}
        </button>
      ) : null}
    </div>
  );
}

function Body(props: ListProps) {
  const { t } = useTranslation('inbox');
  const { list, search } = props;
  if (list.status === 'error' && list.rows.length === 0) return <ErrorState error={list.error} retry={list.retry} />;
  if (list.status === 'pending') return <RowBones rows={8} />;
  if (list.rows.length === 0) return <InboxEmpty search={search} onClear={() => props.onChange(noFilters)} />;
  return (
    <>
      <Rows {...props} />
      {list.hasMore ? (
        <div className={styles.more}>
          <PlainButton quiet onClick={list.loadMore} busy={list.loadingMore}>
            {list.loadingMore ? t('loadingMore') : t('loadMore')}
          </PlainButton>
        </div>
      ) : null}
    </>
  );
}

function Head({ search, list, onChange, selection }: ListProps) {
  const { t } = useTranslation('inbox');
  const { tab = 'todo', sort = 'due' } = search;
  return (
    <div className={styles.head}>
      {isPressing(tab) ? (
        <SortButton sort={sort} onSort={(next) => onChange({ sort: next === 'due' ? undefined : next })} />
      ) : (
        <span className={styles.order}>{t(`order-${tab}`)}</span>
      )}
      <span className={styles.tools}>
        {tab === 'todo' && list.rows.some(isSelectable) ? <SelectButton selection={selection} /> : null}
        <ExportButton list="tasks" filters={{ ...filtersOf(search), tab, sort: search.sort }} />
        <FilterButton search={search} onChange={onChange} />
      </span>
    </div>
  );
}

/** Sort, filter and rows. */
export function InboxList(props: ListProps) {
  const { search, cards, list, onOpen, selection } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const showArrived = (): void => {
    list.showArrived();
    scroll.current?.scrollTo({ top: 0 });
  };
  return (
    <section className={cards ? styles.cards : styles.list}>
      {cards ? null : selection.choosing ? <SelectBar selection={selection} lookable={!selection.looking} /> : <Head {...props} />}
      <Arrived list={list} onShow={showArrived} />
      <div className={styles.scroll} tabIndex={-1} ref={scroll} data-list>
        <Body {...props} />
        {(search.tab ?? 'todo') === 'todo' && filtersOn(search) === 0 ? (
          <DoneToday cards={cards} selectedKey={props.selectedKey} onOpen={onOpen} />
        ) : null}
      </div>
      {cards && selection.choosing ? <SelectBar selection={selection} lookable /> : null}
    </section>
  );
}
