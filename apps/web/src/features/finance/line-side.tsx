import { CONTROL_WORDS } from '@countersign/domain';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleX, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/i18n/use-language';
import { BudgetBar } from '../../shared/words/budget-bar';
import { PlainButton } from '../../shared/kit/controls/plain-button';
import { useProblemText } from '../../shared/kit/waiting/states';
import { figures, isOverdrawn } from './budget-tree';
import { useRecount, type BudgetLine } from './finance-queries';
import styles from './line-page.module.css';
import { periodBetween, usePeriodText } from './use-period-text';

/** All movements added up again, by a press. */
function Again({ line }: { line: string }) {
  const { t } = useTranslation('finance');
  const problemText = useProblemText();
  const { mutate, data, error, isPending } = useRecount(line);
  return (
    <section>
      <h2 className={styles.sideHead}>
        {t('recount')}
        <PlainButton quiet onClick={() => mutate()} busy={isPending}>
          <RefreshCw size={14} aria-hidden /> {t('recountGo')}
        </PlainButton>
      </h2>
      <div role="status">
        {data ? (
          <p className={styles.verdict} data-good={data.differing === 0}>
            {data.differing === 0 ? <CircleCheck size={16} aria-hidden /> : <CircleX size={16} aria-hidden />}
            {data.differing === 0
              ? t('recountSame', {
                  movements: data.movements,
                  lines: data.lines,
                  own: data.ofLine ?? 0,
                  seconds: (data.took / 1000).toFixed(2),
                })
              : t('recountDiffers', { count: data.differing })}
          </p>
        ) : null}
        {error ? <p className={styles.verdict}>{problemText(error)}</p> : null}
      </div>
    </section>
  );
}

function Requests({ requests }: Pick<BudgetLine, 'requests'>) {
  const { t } = useTranslation('finance');
  const words = useWords();
  return (
    <section>
      <h2 className={styles.sideHead}>{t('requests')}</h2>
      {requests.length === 0 ? <p className={styles.faint}>{t('noRequests')}</p> : null}
      <ul className={styles.requests}>
        {requests.map(({ id, number, title, requester, takes, readable }) => (
          <li key={id}>
            <span>
              {readable ? (
                <Link to="/requests/$id" params={{ id }} className="finger">
                  {number}
                </Link>
              ) : (
                number
              )}
              <small>{[words(requester.name), title ? words(title) : null].filter(Boolean).join(' · ')}</small>
            </span>
            <b>{figures(takes)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Periods({ line }: { line: BudgetLine }) {
  const { t } = useTranslation('finance');
  const periodText = usePeriodText();
  return (
    <section>
      <h2 className={styles.sideHead}>{t('periods')}</h2>
      <ul className={styles.periods}>
        {line.periods.map(({ line: id, from, to, sums }) => {
          const period = periodBetween(from, to);
          return (
            <li key={id} data-on={id === line.id}>
              <Link to="/finance/lines/$id" params={{ id }} aria-current={id === line.id ? 'page' : undefined} className="finger">
                {period ? periodText(period) : from}
              </Link>
              <BudgetBar sums={sums} />
              <b data-over={isOverdrawn(sums.available)}>{figures(sums.available)}</b>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Control({ line: { control, tolerance, owner } }: { line: BudgetLine }) {
  const { t } = useTranslation('finance');
  const words = useWords();
  return (
    <section>
      <h2 className={styles.sideHead}>{t('control')}</h2>
      <dl className={styles.control}>
        <dt>{t('whenExceeded')}</dt>
        <dd>{words(CONTROL_WORDS[control])}</dd>
        <dt>{t('tolerance')}</dt>
        <dd>{tolerance / 10} %</dd>
        <dt>{t('owner')}</dt>
        <dd>{owner ? words(owner.name) : '—'}</dd>
      </dl>
    </section>
  );
}

/** Beside a line: its proof, who drew on it, its other periods, how it is controlled. */
export function LineSide({ line }: { line: BudgetLine }) {
  return (
    <aside className={styles.side}>
      <Again line={line.id} />
      <Requests requests={line.requests} />
      <Periods line={line} />
      <Control line={line} />
    </aside>
  );
}
