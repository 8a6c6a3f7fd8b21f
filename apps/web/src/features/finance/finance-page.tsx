import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../shared/export/export-button';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { PhoneTop } from '../../shared/kit/phone-top';
import { useSayWhere } from '../../shared/state/crumbs';
import { useMe } from '../../shared/state/session';
import { useViewport } from '../../shared/state/viewport';
import { OutsideImport, PlanImport } from './budget-imports';
import { BudgetTree } from './budget-tree';
import { FinanceTabs } from './finance-tabs';
import styles from './finance-page.module.css';
import { useBudgetSet, useTree } from './finance-queries';
import { periodsOffered, type FinanceSearch } from './finance-search';
import { usePeriodText } from './use-period-text';
import { WatchPanel } from './watch/watch-panel';

interface BarProps {
  search: FinanceSearch;
  /** The period that is shown. */
  period: string;
  onChange: (change: Partial<FinanceSearch>) => void;
}

/** What narrows the tree, and what finance does with it. */
function Bar({ search, period, onChange }: BarProps) {
  const { t } = useTranslation('finance');
  const words = useWords();
  const periodText = usePeriodText();
  const set = useBudgetSet();
  const [importing, setImporting] = useState<'plan' | 'outside' | null>(null);
  const close = (): void => setImporting(null);
  return (
    <search className={styles.bar}>
      <Select
        aria-label={t('period')}
        value={period}
        options={periodsOffered(period).map((value) => ({ value, label: periodText(value) }))}
        onChange={(value: string) => onChange({ period: value })}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label={t('category')}
        value={search.category ?? ''}
        options={[
          { value: '', label: t('anyCategory') },
          ...(set?.categories ?? []).map(({ key, title }) => ({ value: key, label: words(title) })),
        ]}
        onChange={(category: string) => onChange({ category: category === '' ? undefined : category })}
        popupMatchSelectWidth={false}
      />
      <span className={styles.space} />
      {set?.manages ? (
        <>
          <button type="button" className={`plain ${styles.press}`} onClick={() => setImporting('plan')}>
            <Upload size={16} aria-hidden />
            {t('importPlan')}
          </button>
          <button type="button" className={`plain ${styles.press}`} onClick={() => setImporting('outside')}>
            <Upload size={16} aria-hidden />
            {t('importOutside')}
          </button>
        </>
      ) : null}
      <ExportButton list="budgets" filters={{ period, category: search.category }} />
      {importing === 'plan' ? <PlanImport usual={period.slice(0, 4)} onClose={close} /> : null}
      {importing === 'outside' ? <OutsideImport onClose={close} /> : null}
    </search>
  );
}

/** The desk of finance, at what its reader may use of it. */
export function FinancePage() {
  const { rights } = useMe();
  if (!rights.includes('budgets.read') && rights.includes('payments.read')) return <Navigate to="/finance/payments" search={{}} replace />;
  return <BudgetsPage />;
}

/** What units may spend, and what of it was taken. */
function BudgetsPage() {
  const { t } = useTranslation('finance');
  const language = useLanguage();
  const periodText = usePeriodText();
  const search = useSearch({ from: '/framed/finance' });
  const navigate = useNavigate({ from: '/finance' });
  const phone = useViewport() === 'phone';
  const top = useTree(search, null).data?.pages[0];
  const period = search.period ?? top?.period;
  const currency = top?.items[0]?.sums.planned.currency;
  const told = currency === undefined ? '' : (new Intl.DisplayNames(language, { type: 'currency' }).of(currency) ?? currency);
  useSayWhere([{ text: t('title') }, { text: t('budgets') }]);
  const onChange = (change: Partial<FinanceSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const { turned = [] } = search;
  const onTurn = (unit: string): void =>
    onChange({ turned: turned.includes(unit) ? turned.filter((each) => each !== unit) : [...turned, unit] });
  return (
    <div className={styles.page}>
      {phone ? <PhoneTop title={t('title')} /> : null}
      <FinanceTabs />
      <div className={styles.content}>
        <h1 className={styles.title}>
          {t('budgets')} {period ? <small>{[periodText(period), told].filter(Boolean).join(' · ')}</small> : null}
        </h1>
        {period ? <Bar search={search} period={period} onChange={onChange} /> : null}
        <div className={styles.columns}>
          <BudgetTree search={search} turned={turned} onTurn={onTurn} />
          <WatchPanel />
        </div>
      </div>
    </div>
  );
}
