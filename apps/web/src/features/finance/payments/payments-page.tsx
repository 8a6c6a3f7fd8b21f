import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../../shared/export/export-button';
import { sumText } from '../../../shared/format/money-sum';
import { useLanguage } from '../../../shared/i18n/use-language';
import { Chip } from '../../../shared/kit/chip';
import { PhoneTop } from '../../../shared/kit/phone-top';
import { PagedRows } from '../../../shared/kit/waiting/paged-rows';
import { EmptyState } from '../../../shared/kit/waiting/states';
import { useSayWhere } from '../../../shared/state/crumbs';
import { useViewport } from '../../../shared/state/viewport';
import { FinanceTabs } from '../finance-tabs';
import { PayBar } from './pay-bar';
import { usePaymentCounts, usePayments } from './payments-query';
import type { PaymentsSearch } from './payments-search';
import { isPayable, PaymentsTable } from './payments-table';
import styles from './payments.module.css';

const VIEWS = ['due', 'paid', 'returned'] as const;
const SORTS = ['due', 'waiting', 'amount'] as const;

function Views({ search }: { search: PaymentsSearch }) {
  const { t } = useTranslation('payments');
  const counts = usePaymentCounts();
  const shown = search.view ?? 'due';
  return (
    <nav className={styles.views} aria-label={t('title')}>
      {VIEWS.map((view) => (
        <Link key={view} to="/finance/payments" search={view === 'due' ? {} : { view }} data-on={view === shown} className="finger">
          {t(`view-${view}`)} {counts ? <b title={view === 'due' ? undefined : t('lately')}>{counts[view]}</b> : null}
        </Link>
      ))}
      {counts && counts.overdue > 0 ? <Chip tone="cinnabar">{t('overdue', { count: counts.overdue })}</Chip> : null}
    </nav>
  );
}

function Filters({ search, onChange }: { search: PaymentsSearch; onChange: (change: Partial<PaymentsSearch>) => void }) {
  const { t } = useTranslation('payments');
  const { view } = search;
  return (
    <search className={styles.filters}>
      {view === undefined ? (
        <Select
          aria-label={t('sort')}
          value={search.sort ?? 'due'}
          options={SORTS.map((sort) => ({ value: sort, label: t(`sort-${sort}`) }))}
          onChange={(sort: (typeof SORTS)[number]) => onChange({ sort: sort === 'due' ? undefined : sort })}
          popupMatchSelectWidth={false}
        />
      ) : null}
      <ExportButton list="payments" filters={{ ...search }} />
      {view === 'paid' ? (
        <span className={styles.vouchers}>
          {t('vouchers')} <ExportButton list="payments/vouchers" />
        </span>
      ) : null}
    </search>
  );
}

/** The queue of whoever pays: what was approved and is to be paid, what was paid, what was sent back. */
export function PaymentsPage() {
  const { t } = useTranslation('payments');
  const language = useLanguage();
  const search = useSearch({ from: '/framed/finance/payments' });
  const navigate = useNavigate({ from: '/finance/payments' });
  const phone = useViewport() === 'phone';
  const query = usePayments(search);
  const counts = usePaymentCounts();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const due = search.view === undefined;
  useSayWhere([{ text: t('finance'), to: '/finance' }, { text: t('title') }]);
  const onChange = (change: Partial<PaymentsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const onChoose = (requests: readonly string[], on: boolean): void =>
    setChosen((before) => new Set(on ? [...before, ...requests] : [...before].filter((id) => !requests.includes(id))));
  const payable = (query.data?.pages ?? []).flatMap(({ items }) => items).filter(isPayable);
  const toPay = counts && counts.amounts.length > 0 ? t('toPay', { amount: sumText(counts.amounts, language) }) : t('hint');
  return (
    <div className={styles.page}>
      {phone ? <PhoneTop title={t('title')} /> : null}
      <FinanceTabs />
      <div className={styles.content}>
        <h1 className={styles.title}>
          {t('title')} <small>{due ? toPay : t('hint')}</small>
        </h1>
        <div className={styles.head}>
          <Views search={search} />
          <Filters search={search} onChange={onChange} />
        </div>
        <PagedRows
          query={query}
          bones={6}
          empty={<EmptyState title={due ? t('none') : t('noneDone')} hint={due ? t('noneHint') : undefined} />}
        >
          {(rows) => <PaymentsTable payments={rows} due={due} chosen={chosen} reasons={reasons} onChoose={onChoose} />}
        </PagedRows>
      </div>
      {due && payable.length > 0 ? (
        <PayBar
          payments={payable.filter(({ requestId }) => chosen.has(requestId))}
          onReasons={setReasons}
          onPaid={(requests) => onChoose(requests, false)}
        />
      ) : null}
    </div>
  );
}
