import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { InboxPage } from '../../../shared/api/wire';
import { useRovingFocus } from '../../../shared/keyboard/use-roving-focus';
import { RowBones } from '../../../shared/kit/waiting/skeleton';
import { useTaskCounts } from '../../../shared/state/session';
import styles from './done-today.module.css';
import { InboxRowCard } from './inbox-row';
import { rowKey, type StuckRow } from './stuck-rows';

interface DoneProps {
  cards: boolean;
  selectedKey: string | null;
  onOpen: (row: StuckRow) => void;
}

function DoneRows({ cards, selectedKey, onOpen }: DoneProps) {
  const { t } = useTranslation('inbox');
  const query = { tab: 'done', decided: 'today', limit: 50 };
  const { data } = useInfiniteQuery({
    queryKey: keys.taskList({ done: query }),
    queryFn: ({ signal }) => call<InboxPage>('GET', '/tasks', { query, signal }),
    initialPageParam: null,
    getNextPageParam: () => null,
  });
  const roving = useRovingFocus<HTMLUListElement>();
  if (!data) return <RowBones rows={2} />;
  const rows = data.pages.flatMap((page) => page.items);
  return (
    <>
      <ul aria-label={t('tab-done')} {...roving}>
        {rows.map((row) => (
          <InboxRowCard
            key={rowKey(row)}
            item={{ key: rowKey(row), row, gone: false }}
            selected={rowKey(row) === selectedKey}
            card={cards}
            tab="done"
            onOpen={() => onOpen({ key: rowKey(row), row, gone: false })}
          />
        ))}
      </ul>
      {data.pages.at(-1)?.nextCursor ? (
        <Link to="/inbox" search={{ tab: 'done' }} className={`finger ${styles.all}`}>
          {t('doneAll')}
        </Link>
      ) : null}
    </>
  );
}

/** What was decided today, folded into one line under what still waits. */
export function DoneToday(props: DoneProps) {
  const { t } = useTranslation('inbox');
  const id = useId();
  const [open, setOpen] = useState(false);
  const count = useTaskCounts()?.doneToday ?? 0;
  if (count === 0) return null;
  return (
    <section className={styles.done}>
      <button
        type="button"
        className={`plain finger ${styles.fold}`}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={14} aria-hidden className={styles.turn} />
        {t('doneToday', { count })}
      </button>
      <div id={id}>{open ? <DoneRows {...props} /> : null}</div>
    </section>
  );
}
