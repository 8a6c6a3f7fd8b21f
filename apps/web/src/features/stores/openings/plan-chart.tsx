import { dayAfter } from '@countersign/domain';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDayText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { rowsShown, type Plan, type PlanGroup, type PlanRow, type PlanShown } from './plan';
import styles from './plan-page.module.css';
import { useRowWords } from '../use-row-words';

const SHOWN: readonly PlanShown[] = ['open', 'all', 'late'];
/** Marks of the head, beside today and the day itself. */
const TICKS = [-45, -30, -14, -7, 14, 30];
/** The narrowest that the days are drawn, in pixels. */
const DAYS_WIDTH = 610;
/** A mark of the head is at most so wide to either side, beside its words: a day and its year. */
const MARK_WIDTH = 42;

/** How much of the width words take to either side of their mark, in hundredths: marks nearer than that would lie over each other. Pure. */
const reach = (text: string): number => {
  const width = [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 12 : 7), 0);
  return (100 * Math.max(width / 2, MARK_WIDTH)) / DAYS_WIDTH;
};

type Scale = (day: number) => number;
const signed = (days: number): string => (days > 0 ? `+${days}` : days < 0 ? `−${-days}` : '');

function Head({ plan, scale }: { plan: Plan; scale: Scale }) {
  const { t } = useTranslation('stores');
  const words = useWords();
  const language = useLanguage();
  const { today, day, label } = plan;
  const own = [0, today].filter((each, at, all) => all.indexOf(each) === at);
  const nameOf = (mark: number): string =>
    mark === today ? t('tickToday') : mark === 0 ? words(label) : t('tick', { days: signed(mark) });
  const isClear = (tick: number, mark: number): boolean => Math.abs(scale(tick) - scale(mark)) > reach(nameOf(mark)) + 3;
  const marks = [...own, ...TICKS.filter((tick) => own.every((mark) => isClear(tick, mark)))];
  // Today and the day itself have to be there: close to each other, each stands on its own side.
  const apart = (mark: number): 'before' | 'after' | undefined =>
    own.length < 2 || !own.includes(mark) || isClear(today, 0) ? undefined : mark === Math.min(...own) ? 'before' : 'after';
  return (
    <div className={styles.ticks} aria-hidden>
      {marks.map((mark) => (
        <span
          key={mark}
          style={{ '--at': `${scale(mark)}%` } as CSSProperties}
          data-kind={mark === today ? 'today' : mark === 0 ? 'day' : 'tick'}
          data-end={scale(mark) > 92}
          data-side={apart(mark)}
        >
          {nameOf(mark)}
          <small>{calendarDayText(dayAfter(day, mark), language)}</small>
        </span>
      ))}
    </div>
  );
}

function ItemRow({ row, plan, scale }: { row: PlanRow; plan: Plan; scale: Scale }) {
  const words = useWords();
  const { about } = useRowWords();
  const { item, state, from, to } = row;
  const place = (start: number, end: number) => ({ left: `${scale(start)}%`, width: `${Math.max(0.6, scale(end) - scale(start))}%` });
  const end = Math.max(to ?? plan.today, state === 'late' ? plan.today : -Infinity);
  const atRight = scale(end) > 70;
  const aside = atRight ? { right: `${100 - scale(from ?? end)}%`, textAlign: 'right' as const } : { left: `${scale(end)}%` };
  return (
    <li className={styles.row} data-item={item.id} data-state={state}>
      <span className={styles.title} title={words(item.title)}>
        {words(item.title)}
        <small>{to === null ? '' : `T${signed(to)}`}</small>
      </span>
      <span className={styles.track}>
        {from === null || to === null ? null : <i className={styles.bar} style={place(from, to)} aria-hidden />}
        {state === 'late' && to !== null ? <i className={styles.overrun} style={place(to, plan.today)} aria-hidden /> : null}
        <span className={styles.about} style={aside} title={about(row)}>
          {item.signers.length > 1 && item.state === 'open' ? (
            <span className={styles.signers} aria-hidden>
              {item.signers.map((_, at) => (
                <i key={at} data-signed={at < item.words.length} />
              ))}
            </span>
          ) : null}
          {about(row)}
        </span>
      </span>
    </li>
  );
}

function Group({ group, plan, scale, shown }: { group: PlanGroup; plan: Plan; scale: Scale; shown: PlanShown }) {
  const { t } = useTranslation('stores');
  const words = useWords();
  const rows = rowsShown(group.rows, shown);
  const [folded, fold] = useState(false);
  const settled = group.rows.filter(({ item }) => item.state !== 'open');
  const late = group.rows.filter(({ state }) => state === 'late').length;
  const title = group.title ? words(group.title) : t('groupOther');
  const share = (count: number) => ({ width: `${(100 * count) / Math.max(1, group.rows.length)}%` });
  return (
    <section className={styles.group} aria-label={title}>
      <header className={styles.row}>
        <button
          type="button"
          className={`plain ${styles.fold}`}
          aria-expanded={!folded}
          aria-label={t(folded ? 'unfoldGroup' : 'foldGroup', { title })}
          onClick={() => fold(!folded)}
        >
          {folded ? <ChevronRight size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
          <b>{title}</b>
          <span className={styles.count}>
            {settled.length} / {group.rows.length}
          </span>
          <span className={styles.share} aria-hidden>
            <i style={share(settled.length)} />
            <i data-late style={share(late)} />
          </span>
        </button>
        <span className={styles.track} aria-hidden>
          {settled.map(({ item, to }) =>
            to === null ? null : <i key={item.id} className={styles.dot} style={{ left: `${scale(to)}%` }} />,
          )}
          {settled.length === group.rows.length ? <span className={styles.all}>{t('groupDone')}</span> : null}
        </span>
      </header>
      {folded || rows.length === 0 ? null : (
        <ol>
          {rows.map((row) => (
            <ItemRow key={row.item.id} {...{ row, plan, scale }} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Legend() {
  const { t } = useTranslation('stores');
  return (
    <ul className={styles.legend} aria-label={t('legend')}>
      {(['done', 'open', 'waits', 'late'] as const).map((state) => (
        <li key={state} data-state={state}>
          <i className={state === 'done' ? styles.dot : styles.bar} aria-hidden />
          {t(({ done: 'legendDone', open: 'legendOpen', waits: 'legendWaits', late: 'legendLate' } as const)[state])}
        </li>
      ))}
      <li>
        <span className={styles.signers} aria-hidden>
          <i data-signed="true" />
          <i />
        </span>
        {t('legendTwo')}
      </li>
    </ul>
  );
}

/** The items of a plan between its days, by part; today is a line, and so is the day that it counts to. */
export function PlanChart({ plan, shown, onShow }: { plan: Plan; shown: PlanShown; onShow: (shown: PlanShown) => void }) {
  const { t } = useTranslation('stores');
  const { first, last, groups, today } = plan;
  const scale: Scale = (day) => (100 * (day - first)) / (last - first);
  const all = groups.flatMap(({ rows }) => rows);
  const words = { open: 'planOpen', all: 'planAll', late: 'planBehind' } as const;
  return (
    <>
      <Legend />
      <div className={`card ${styles.chart}`} aria-label={t('planLabel')} role="group">
        <div className={styles.inside}>
          <div className={styles.top}>
            <div className={styles.filter}>
              {SHOWN.map((which) => (
                <button
                  key={which}
                  type="button"
                  className={`plain finger ${styles.pill}`}
                  aria-pressed={shown === which}
                  onClick={() => onShow(which)}
                >
                  {t(words[which], { count: rowsShown(all, which).length })}
                </button>
              ))}
            </div>
            <Head plan={plan} scale={scale} />
          </div>
          <div className={styles.lines} aria-hidden>
            <i data-kind="today" style={{ left: `${scale(today)}%` }} />
            <i style={{ left: `${scale(0)}%` }} />
          </div>
          {groups.map((group) => (
            <Group key={group.id} {...{ group, plan, scale, shown }} />
          ))}
        </div>
      </div>
    </>
  );
}
