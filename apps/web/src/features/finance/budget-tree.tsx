import { Link } from '@tanstack/react-router';
import { ChevronDown, ChevronRight, Wallet } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Amount } from '../../shared/api/wire';
import { decimalText } from '../../shared/format/amount';
import { useWords } from '../../shared/i18n/use-language';
import { BudgetBar, BudgetMark } from '../../shared/words/budget-bar';
import { PagedRows } from '../../shared/kit/waiting/paged-rows';
import { EmptyState } from '../../shared/kit/waiting/states';
import styles from './budget-tree.module.css';
import { useTree, type TreeRow } from './finance-queries';
import type { FinanceSearch } from './finance-search';
import { periodBetween, usePeriodText } from './use-period-text';

/** Amounts of a column whose head names the currency. */
export const figures = (amount: Amount): string => decimalText(amount).replace(/\.0+$/, '');
export const isOverdrawn = ({ amount }: Amount): boolean => amount.startsWith('-');

interface TreeProps {
  search: FinanceSearch;
  /** Units that are turned: unfolded, or folded where they stand alone. */
  turned: readonly string[];
  onTurn: (unit: string) => void;
}

function RowName({ row, depth, open, onFold }: { row: TreeRow; depth: number; open: boolean; onFold: () => void }) {
  const { t } = useTranslation('finance');
  const words = useWords();
  const periodText = usePeriodText();
  const period = row.isLine && row.from && row.to ? periodBetween(row.from, row.to) : null;
  const name = row.isLine ? (row.category ? words(row.category.title) : t('anyCategory')) : words(row.unit.name);
  const style = { paddingInlineStart: depth * 18 };
  if (row.folds)
    return (
      <span className={styles.name} style={style}>
        <button type="button" className={`plain finger ${styles.fold}`} aria-expanded={open} onClick={onFold}>
          {open ? <ChevronDown size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
          {name}
        </button>
      </span>
    );
  return (
    <span className={styles.name} style={style}>
      <span className={styles.leaf}>
        {row.line ? (
          <Link to="/finance/lines/$id" params={{ id: row.line }} className="finger">
            {name}
          </Link>
        ) : (
          name
        )}
        {row.isLine ? <small>{period ? periodText(period) : `${row.from} – ${row.to}`}</small> : null}
        {isOverdrawn(row.sums.available) ? <b className={styles.over}>{t('overdrawn')}</b> : null}
      </span>
    </span>
  );
}

function Row({ row, depth, alone, ...tree }: TreeProps & { row: TreeRow; depth: number; alone: boolean }) {
  const { t } = useTranslation('finance');
  const { sums } = row;
  const open = row.folds && alone !== tree.turned.includes(row.id);
  return (
    <li data-budget={row.id}>
      <div className={styles.row}>
        <RowName row={row} depth={depth} open={open} onFold={() => tree.onTurn(row.id)} />
        <BudgetBar sums={sums} />
        <dl className={styles.figures}>
          {(['spent', 'committed', 'reserved', 'available'] as const).map((sum) => (
            <div key={sum} data-sum={sum} data-over={isOverdrawn(sums[sum])}>
              <dt>{t(`sum-${sum}`)}</dt>
              <dd>{figures(sums[sum])}</dd>
            </div>
          ))}
        </dl>
      </div>
      {open ? <Below {...tree} below={row.id} depth={depth + 1} /> : null}
    </li>
  );
}

/** What stands right below a unit, and what below that is unfolded. */
function Below({ below, depth, ...tree }: TreeProps & { below: string | null; depth: number }) {
  const { t } = useTranslation('finance');
  const query = useTree(tree.search, below);
  const empty = below === null ? <EmptyState icon={<Wallet size={28} />} title={t('noBudgets')} hint={t('noBudgetsHint')} /> : null;
  return (
    <PagedRows query={query} bones={below === null ? 6 : 2} empty={empty}>
      {(rows) => (
        <ul className={styles.rows}>
          {rows.map((row) => (
            <Row key={row.id} row={row} depth={depth} alone={rows.length === 1} {...tree} />
          ))}
        </ul>
      )}
    </PagedRows>
  );
}

/** Budgets added up along the units: company, regions, stores, their lines. */
export function BudgetTree(props: TreeProps) {
  const { t } = useTranslation('finance');
  return (
    <section className={`card ${styles.tree}`} aria-label={t('budgets')}>
      <div className={styles.head} aria-hidden>
        <span>{t('colUnit')}</span>
        <span />
        {(['spent', 'committed', 'reserved', 'available'] as const).map((sum) => (
          <span key={sum}>
            <BudgetMark tone={sum === 'available' ? 'free' : sum} /> {t(`sum-${sum}`)}
          </span>
        ))}
      </div>
      <Below {...props} below={null} depth={0} />
    </section>
  );
}
