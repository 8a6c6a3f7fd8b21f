import { Link } from '@tanstack/react-router';
import { AtSign, Binoculars, Bookmark, CheckCheck, FilePenLine, Hand, Inbox, RotateCcw, Send, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { InboxTab } from '../../../shared/api/wire';
import { countText } from '../../../shared/format/count-text';
import { SavedEntry } from '../../../shared/kit/saved-entry';
import styles from '../../../shared/kit/side.module.css';
import { useChosenPill } from '../../../shared/kit/controls/use-chosen-pill';
import { useTaskCounts } from '../../../shared/state/session';
import { inboxTabs, isHistory, sameFilters, type InboxSearch } from './inbox-search';
import { useSavedFilterChanges, useSavedFilters } from './saved-filters';

const icons: Record<InboxTab, LucideIcon> = {
  todo: Inbox,
  pool: Hand,
  mine: Send,
  done: CheckCheck,
  ended: RotateCcw,
  copies: AtSign,
  supervised: Binoculars,
  drafts: FilePenLine,
};

const countOf = (tab: InboxTab, counts: Record<InboxTab, number> | undefined): number => (isHistory(tab) ? 0 : (counts?.[tab] ?? 0));

/** What most people never have stands among the tabs only where there is something. */
const isShown = (tab: InboxTab, counts: Record<InboxTab, number> | undefined): boolean =>
  (tab !== 'pool' && tab !== 'ended' && tab !== 'supervised') || (counts?.[tab] ?? 0) > 0;

function Saved({ search }: { search: InboxSearch }) {
  const { t } = useTranslation('inbox');
  const filters = useSavedFilters();
  const { keep, remove } = useSavedFilterChanges();
  if (filters.length === 0) return null;
  const todo = (search.tab ?? 'todo') === 'todo';
  return (
    <>
      <h2 className={styles.section}>{t('savedFilters')}</h2>
      {filters.map(({ saved, count }) => {
        const name = saved.word ? t(saved.word) : (saved.name ?? '');
        return (
          <SavedEntry
            key={saved.id}
            name={name}
            remove={t('filterRemove', { name })}
            onRemove={() => remove.mutateAsync(saved.id)}
            onKeep={() => keep.mutate({ name, filters: saved.filters })}
          >
            <Link
              to="/inbox"
              search={{ ...saved.filters, sort: search.sort }}
              className={styles.tab}
              data-on={todo && sameFilters(saved.filters, search)}
              data-filter={saved.id}
            >
              <Bookmark size={18} aria-hidden />
              <span title={name}>{name}</span>
              {count === null || count === '0' ? null : <b>{count}</b>}
            </Link>
          </SavedEntry>
        );
      })}
    </>
  );
}

/** The tabs with their counts, and the saved filters: a column on a desk, pills on a phone. */
export function InboxTabs({ search, pills = false }: { search: InboxSearch; pills?: boolean }) {
  const { t } = useTranslation('inbox');
  const counts = useTaskCounts();
  const current = search.tab ?? 'todo';
  const nav = useChosenPill(pills, current);
  return (
    <nav ref={nav} className={pills ? styles.pills : styles.column} aria-label={t('tabs')}>
      {pills ? null : <h1 className={styles.title}>{t('title')}</h1>}
      {inboxTabs.map((tab) => {
        const Icon = icons[tab];
        const count = countOf(tab, counts);
        if (tab !== current && !isShown(tab, counts)) return null;
        return (
          <Link
            key={tab}
            to="/inbox"
            search={{ tab: tab === 'todo' ? undefined : tab }}
            className={pills ? `finger ${styles.pill}` : styles.tab}
            data-on={tab === current}
            aria-current={tab === current ? 'page' : undefined}
          >
            {pills ? null : <Icon size={18} aria-hidden />}
            <span>{t(`tab-${tab}`)}</span>
            {count > 0 ? (
              <b title={tab === 'mine' || tab === 'copies' ? t(`count-${tab}`, { number: countText(count) }) : undefined}>
                {countText(count)}
              </b>
            ) : null}
          </Link>
        );
      })}
      {pills ? null : <Saved search={search} />}
    </nav>
  );
}
