import { Link } from '@tanstack/react-router';
import { CloudOff } from 'lucide-react';
import { Fragment, useState } from 'react';
import type { RequestView } from '../../../shared/api/wire';
import { Chip } from '../../../shared/kit/chip';
import { useViewport } from '../../../shared/state/viewport';
import { ItemCard } from '../item/item-card';
import { useItemDrafts } from '../item/item-drafts';
import { ItemSheet } from '../item/item-sheet';
import { ItemTable } from '../item/item-table';
import styles from './checklist.module.css';
import {
  countsInDays,
  inDayOrder,
  itemsShown,
  ownFirst,
  progressOf,
  sectionOf,
  type ItemView,
  type ListView,
  type Shown,
} from './list-words';
import { useListWords } from './use-list-words';

/** How far off the day is that lists of several days count to. */
function Countdown({ view, list }: { view: RequestView; list: ListView }) {
  const { t, words } = useListWords(list);
  const day = list.countsTo;
  if (day === null || !countsInDays(list)) return null;
  const { daysLeft } = day;
  const label = words(day.label);
  const ahead = daysLeft === 0 ? t('untilToday', { label }) : t('until', { label, count: daysLeft });
  return (
    <p className={styles.countdown}>
      {daysLeft < 0 ? t('since', { label, count: -daysLeft }) : ahead}
      <Link to="/stores/plans/$id" params={{ id: view.id }} className="finger">
        {t('plan')}
      </Link>
    </p>
  );
}

function Head({ list }: { list: ListView }) {
  const { t, words } = useListWords(list);
  const { all, settled, late } = progressOf(list.items);
  return (
    <header className={styles.head}>
      <h2>{words(list.title)}</h2>
      {late > 0 ? <Chip tone="cinnabar">{t('late', { count: late })}</Chip> : null}
      <span className={styles.count} aria-label={t('progressLabel', { settled, all })}>
        {t('progress', { settled, all })}
      </span>
      <span className={styles.bar} aria-hidden>
        <i style={{ width: `${(100 * settled) / Math.max(1, all)}%` }} />
        <i data-late style={{ width: `${(100 * late) / Math.max(1, all)}%` }} />
      </span>
    </header>
  );
}

interface FilterProps {
  list: ListView;
  shown: Shown;
  onShow: (shown: Shown) => void;
}

function Filter({ list, shown, onShow }: FilterProps) {
  const { t, words } = useListWords(list);
  const count = (which: Shown): number => itemsShown(list.items, which).length;
  const all: [Shown, string][] = [
    ...(count('mine') > 0 ? [['mine', t('mine', { count: count('mine') })] as [Shown, string]] : []),
    ...(count('late') > 0 ? [['late', t('lateOnly', { count: count('late') })] as [Shown, string]] : []),
    ['open', t('open', { count: count('open') })],
    ['all', t('all', { count: list.items.length })],
    ...list.groups.map((group): [Shown, string] => [`group ${group.id}`, words(group.title)]),
  ];
  return (
    <div className={styles.filter} role="group" aria-label={t('filter')}>
      {all.map(([which, text]) => (
        <button key={which} type="button" className="plain finger" aria-pressed={shown === which} onClick={() => onShow(which)}>
          {text}
        </button>
      ))}
    </div>
  );
}

function Cards({
  view,
  list,
  items,
  onOpen,
}: {
  view: RequestView;
  list: ListView;
  items: readonly ItemView[];
  onOpen: (item: ItemView) => void;
}) {
  const { t } = useListWords(list);
  const parts = (['today', 'later', 'settled'] as const).map((part) => ({
    part,
    inside: items.filter((item) => sectionOf(item) === part),
  }));
  return (
    <>
      {parts.map(({ part, inside }) =>
        inside.length === 0 ? null : (
          <section key={part} className={styles.part}>
            <h3>{t(part)}</h3>
            <ul className={styles.cards}>
              {inside.map((item) => (
                <ItemCard key={item.id} {...{ view, list, item }} onOpen={() => onOpen(item)} />
              ))}
            </ul>
          </section>
        ),
      )}
    </>
  );
}

/** What is on this device and not with the server yet. */
function KeptStrip({ view, list }: { view: RequestView; list: ListView }) {
  const { t } = useListWords(list);
  const kept = useItemDrafts().filter(
    ({ requestId, step, press, photos }) =>
      requestId === view.id && step === list.step && (press !== null || photos.some(({ file }) => file === null)),
  );
  if (kept.length === 0) return null;
  const photos = kept.reduce((sum, draft) => sum + draft.photos.length, 0);
  return (
    <p className={styles.strip} role="status">
      <CloudOff size={18} aria-hidden />
      <span>
        <b>{t('keptTitle')}</b>
        {t('keptHint', { photos, items: kept.filter(({ press }) => press !== null).length })}
      </span>
    </p>
  );
}

function OneList({ view, list }: { view: RequestView; list: ListView }) {
  const { t, words } = useListWords(list);
  const phone = useViewport() === 'phone';
  const [shown, show] = useState<Shown>(itemsShown(list.items, 'mine').length > 0 && phone ? 'mine' : list.open ? 'open' : 'all');
  const [openId, open] = useState<string | null>(null);
  const items = inDayOrder(itemsShown(list.items, shown));
  const opened = list.items.find(({ id }) => id === openId);
  return (
    <section className={styles.list} aria-label={t('titled', { title: words(list.title) })}>
      <Head list={list} />
      <Filter list={list} shown={shown} onShow={show} />
      {items.length === 0 ? <p className={styles.small}>{t('none')}</p> : null}
      {phone ? (
        <Cards {...{ view, list, items }} onOpen={({ id }) => open(id)} />
      ) : (
        <ItemTable {...{ view, list, items }} onOpen={({ id }) => open(id)} />
      )}
      <KeptStrip view={view} list={list} />
      {opened ? <ItemSheet {...{ view, list, item: opened }} onClose={() => open(null)} /> : null}
    </section>
  );
}

/** The checklists that a request has come to, those with something for the reader first; the day that several of them count to is told once, above the first. */
export function ChecklistSection({ view }: { view: RequestView }) {
  const lists = ownFirst(view.lists);
  const firstTo = (list: ListView): boolean => lists.find(({ countsTo }) => sameDay(countsTo, list.countsTo)) === list;
  return (
    <>
      {lists.map((list) => (
        <Fragment key={list.step}>
          {firstTo(list) ? <Countdown view={view} list={list} /> : null}
          <OneList view={view} list={list} />
        </Fragment>
      ))}
    </>
  );
}

const sameDay = (one: ListView['countsTo'], other: ListView['countsTo']): boolean =>
  one?.daysLeft === other?.daysLeft && one?.label.en === other?.label.en;
