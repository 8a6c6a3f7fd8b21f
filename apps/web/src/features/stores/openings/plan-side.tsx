import { isDay, isNearDay } from '@countersign/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../shared/api/wire';
import { DayField } from '../../../shared/form';
import { useWords } from '../../../shared/i18n/use-language';
import { useMovedWords } from '../../../shared/words/moved-words';
import type { Plan, PlanRow } from './plan';
import styles from './plan-page.module.css';
import { useDayText } from '../../../shared/words/day-text';
import { useRowWords } from '../use-row-words';

const FEW = 3;

function Line({ row, lead }: { row: PlanRow; lead: string }) {
  const words = useWords();
  const { owners } = useRowWords();
  return (
    <li>
      <span className={styles.lead}>{lead}</span>
      <span>
        {words(row.item.title)}
        <span className={styles.faint}>{owners(row.item)}</span>
      </span>
    </li>
  );
}

/** What would follow if the day moved: only reckoned, so that it is known before anybody corrects the request. */
function TryDay({ plan, lists }: { plan: Plan; lists: RequestView['lists'] }) {
  const { t } = useTranslation('stores');
  const words = useWords();
  const movedWords = useMovedWords();
  const [day, setDay] = useState(plan.day);
  const known = isDay(day) && isNearDay(day);
  return (
    <section>
      <h2>
        <label htmlFor="plan-day">{t('tryDay', { label: words(plan.label) })}</label>
      </h2>
      <DayField id="plan-day" value={day} invalid={!known} onChange={(next) => setDay(next ?? '')} />
      <p role="status" className={styles.told}>
        {day === plan.day ? t('trySame') : known ? movedWords(lists, day) : t('tryNoDay')}
      </p>
      <p className={styles.faint}>{t('tryDayHint')}</p>
    </section>
  );
}

/** Beside a plan: how far it has come, what comes next, who is late, and what a moved day would bring. */
export function PlanSide({ plan, lists }: { plan: Plan; lists: RequestView['lists'] }) {
  const { t } = useTranslation('stores');
  const dayText = useDayText();
  const { lateDays } = useRowWords();
  const rows = plan.groups.flatMap((group) => group.rows).sort((one, other) => (one.to ?? Infinity) - (other.to ?? Infinity));
  const settled = rows.filter(({ item }) => item.state !== 'open').length;
  const late = rows.filter(({ state }) => state === 'late');
  const next = rows.filter(({ state }) => state === 'open').slice(0, FEW);
  const share = (count: number) => ({ width: `${(100 * count) / Math.max(1, rows.length)}%` });
  return (
    <aside className={styles.side}>
      <section>
        <h2>
          {t('progress')}
          <span>
            {settled} / {rows.length}
          </span>
        </h2>
        <span className={styles.share} aria-hidden>
          <i style={share(settled)} />
          <i data-late style={share(late.length)} />
        </span>
      </section>
      {next.length === 0 ? null : (
        <section>
          <h2>{t('nextThree')}</h2>
          <ul>
            {next.map((row) => (
              <Line
                key={row.item.id}
                row={row}
                lead={row.item.due ? (row.item.due.daysLeft === 0 ? t('today') : dayText(row.item.due.day)) : ''}
              />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t('behind')}</h2>
        {late.length === 0 ? (
          <p className={styles.faint}>{t('nobodyBehind')}</p>
        ) : (
          <ul data-late>
            {late.map((row) => (
              <Line key={row.item.id} row={row} lead={t('lateBy', { count: lateDays(row.item) })} />
            ))}
          </ul>
        )}
      </section>
      <TryDay key={plan.day} plan={plan} lists={lists} />
    </aside>
  );
}
