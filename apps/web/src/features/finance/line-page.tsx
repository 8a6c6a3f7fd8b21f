import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Amount } from '../../shared/api/wire';
import { amountText } from '../../shared/format/amount';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { ExportButton } from '../../shared/export/export-button';
import { BudgetBar, BudgetMark } from '../../shared/words/budget-bar';
import { PhoneTop } from '../../shared/kit/phone-top';
import { PagedRows } from '../../shared/kit/waiting/paged-rows';
import { RowBones } from '../../shared/kit/waiting/skeleton';
import { EmptyState, ErrorState } from '../../shared/kit/waiting/states';
import { useSayWhere } from '../../shared/state/crumbs';
import { useViewport } from '../../shared/state/viewport';
import { isOverdrawn } from './budget-tree';
import { useBudgetLine, useMovements, type BudgetLine } from './finance-queries';
import styles from './line-page.module.css';
import { LineSide } from './line-side';
import { MovementRow } from './movement-row';
import { periodBetween, usePeriodText } from './use-period-text';

/** “徐汇店 · 差旅 · 2026 年 11 月” */
function useLineTitle(): (line: Pick<BudgetLine, 'unit' | 'category' | 'from' | 'to'>) => string {
  const { t } = useTranslation('finance');
  const words = useWords();
  const periodText = usePeriodText();
  return ({ unit, category, from, to }) => {
    const period = periodBetween(from, to);
    const when = period ? periodText(period) : `${from} – ${to}`;
    return [words(unit.name), category ? words(category.title) : t('anyCategory'), when].join(' · ');
  };
}

function Standing({ line }: { line: BudgetLine }) {
  const { t } = useTranslation('finance');
  const language = useLanguage();
  const { sums } = line;
  const said = (amount: Amount): string => amountText(amount, language, 'if-any');
  return (
    <section className={`card ${styles.standing}`} aria-label={t('standing')}>
      <BudgetBar sums={sums} />
      <dl>
        <div>
          <dt>{t('planned')}</dt>
          <dd>{said(sums.planned)}</dd>
        </div>
        {Number(sums.moved.amount) === 0 ? null : (
          <div>
            <dt>{t('moved')}</dt>
            <dd>{said(sums.moved)}</dd>
          </div>
        )}
        {Number(sums.extended.amount) === 0 ? null : (
          <div>
            <dt>{t('extended')}</dt>
            <dd>{said(sums.extended)}</dd>
          </div>
        )}
        {(['spent', 'committed', 'reserved', 'available'] as const).map((sum) => (
          <div key={sum} data-over={isOverdrawn(sums[sum])}>
            <dt>
              <BudgetMark tone={sum === 'available' ? 'free' : sum} /> {t(`sum-${sum}`)}
            </dt>
            <dd>{said(sums[sum])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Movements({ line }: { line: string }) {
  const { t } = useTranslation('finance');
  const query = useMovements(line);
  return (
    <section className={styles.movements}>
      <PagedRows query={query} bones={6} empty={<EmptyState title={t('noMovements')} />}>
        {(rows) => (
          <div className={`card ${styles.frame}`} role="region" aria-label={t('movements')} tabIndex={0}>
            <table role="table" className={styles.table}>
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col">{t('colTime')}</th>
                  <th scope="col">{t('colMovement')}</th>
                  <th scope="col">{t('colSource')}</th>
                  {(['amount', 'spent', 'committed', 'reserved', 'available'] as const).map((sum) => (
                    <th key={sum} scope="col" className={styles.figure}>
                      {sum === 'amount' ? t('colAmount') : t(`sum-${sum}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody role="rowgroup">
                {rows.map((movement) => (
                  <MovementRow key={movement.id} movement={movement} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </PagedRows>
      <p className={styles.faint}>{t('onlyAdded')}</p>
    </section>
  );
}

/** One line of a budget: how it stands, what happened to it, and who drew on it. */
export function LinePage() {
  const { t } = useTranslation('finance');
  const words = useWords();
  const { id } = useParams({ from: '/framed/finance/lines/$id' });
  const phone = useViewport() === 'phone';
  const titleOf = useLineTitle();
  const { data: line, error, refetch } = useBudgetLine(id);
  const title = line ? titleOf(line) : t('budgets');
  useSayWhere([{ text: t('title') }, { text: t('budgets') }, { text: title }]);
  if (error && !line) return <ErrorState page error={error} retry={() => void refetch()} />;
  return (
    <div className={styles.page}>
      {phone ? <PhoneTop title={title} /> : null}
      <div className={styles.main}>
        <header className={styles.header}>
          <Link to="/finance" search={{}} className="finger">
            {t('toBudgets')}
          </Link>
          <h1 className={phone ? 'visually-hidden' : undefined}>{title}</h1>
          {line ? <small>{t('ofPlan', { plan: words(line.plan.title), version: line.plan.version })}</small> : null}
          <span className={styles.space} />
          <ExportButton list="budgets/movements" filters={{ line: id }} />
        </header>
        {line ? <Standing line={line} /> : <RowBones rows={2} />}
        <Movements line={id} />
      </div>
      {line ? <LineSide line={line} /> : null}
    </div>
  );
}
