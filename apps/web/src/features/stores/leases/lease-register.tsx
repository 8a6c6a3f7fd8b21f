import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { Upload } from 'lucide-react';
import { decimalText } from '../../../shared/format/amount';
import { useWords } from '../../../shared/i18n/use-language';
import { ExportButton } from '../../../shared/export/export-button';
import { useRovingFocus } from '../../../shared/keyboard/use-roving-focus';
import { PagedRows } from '../../../shared/kit/waiting/paged-rows';
import { EmptyState } from '../../../shared/kit/waiting/states';
import { LeaseImport } from './lease-import';
import { DaysLeft, NextWords, StateChip, urgencyOf } from './lease-words';
import { ListBar } from '../list-bar';
import styles from '../stores-page.module.css';
import { useLeaseCounts, useLeases, type Lease } from '../stores-queries';
import { leaseViews, type StoresSearch } from '../stores-search';
import { useDayText } from '../../../shared/words/day-text';

export interface PartProps {
  search: StoresSearch;
  onChange: (change: Partial<StoresSearch>) => void;
  phone: boolean;
}

const figures = (amount: Lease['rent']): string => decimalText(amount).replace(/\.0+$/, '');

function TableRow({ lease, on, onOpen }: { lease: Lease; on: boolean; onOpen: () => void }) {
  const words = useWords();
  const dayText = useDayText();
  return (
    <tr data-lease={lease.number} data-on={on} data-roving>
      <td>
        <button type="button" className={`plain ${styles.name}`} aria-expanded={on} onClick={onOpen}>
          {words(lease.unit)}
        </button>
        <span className={`${styles.faint} ${styles.place}`}>{lease.place}</span>
      </td>
      <td className={styles.day}>{dayText(lease.expiresOn)}</td>
      <td>
        <DaysLeft lease={lease} />
      </td>
      <td className={styles.figure}>{figures(lease.rent)}</td>
      <td className={styles.figure}>{lease.commission === null ? '—' : `${lease.commission.replace(/\.0$/, '')} %`}</td>
      <td>
        <StateChip lease={lease} />
      </td>
      <td>
        <NextWords lease={lease} />
      </td>
    </tr>
  );
}

function RegisterTable({ rows, search, onChange }: { rows: Lease[] } & Omit<PartProps, 'phone'>) {
  const { t } = useTranslation('stores');
  const counts = useLeaseCounts(search);
  const roving = useRovingFocus<HTMLTableSectionElement>();
  return (
    <div className={`card ${styles.frame}`}>
      <table className={styles.table} aria-label={t('leases')}>
        <thead>
          <tr>
            <th scope="col">{t('colStore')}</th>
            <th scope="col">{t('colEnds')}</th>
            <th scope="col">
              {t('colLeft')} <small>{t('colLeftHint')}</small>
            </th>
            <th scope="col" className={styles.figure}>
              {t('colRent')}
            </th>
            <th scope="col" className={styles.figure}>
              {t('colCommission')}
            </th>
            <th scope="col">{t('colState')}</th>
            <th scope="col">{t('colNext')}</th>
          </tr>
        </thead>
        <tbody {...roving}>
          {rows.map((lease) => (
            <TableRow
              key={lease.id}
              lease={lease}
              on={search.open === lease.id}
              onOpen={() => onChange({ open: search.open === lease.id ? undefined : lease.id })}
            />
          ))}
        </tbody>
        {counts && search.view === undefined ? (
          <tfoot>
            <tr>
              <td colSpan={3}>{t('sum', { count: counts.all })}</td>
              <td className={styles.figure}>{figures(counts.rent)}</td>
              <td colSpan={3} />
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

function RegisterCards({ rows, onChange }: { rows: Lease[]; onChange: PartProps['onChange'] }) {
  const { t } = useTranslation('stores');
  const words = useWords();
  const roving = useRovingFocus<HTMLUListElement>();
  return (
    <ul className={styles.cards} aria-label={t('leases')} {...roving}>
      {rows.map((lease) => (
        <li key={lease.id} className={styles.card} data-late={urgencyOf(lease) === 'late'} data-lease={lease.number} data-roving>
          <button type="button" className={`plain ${styles.press}`} onClick={() => onChange({ open: lease.id })}>
            <span className={styles.line}>
              <b>{words(lease.unit)}</b>
              <StateChip lease={lease} />
            </span>
            <span className={styles.faint}>{lease.place}</span>
            <DaysLeft lease={lease} />
            <span>
              <NextWords lease={lease} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Headline({ search }: { search: StoresSearch }) {
  const { t } = useTranslation('stores');
  const counts = useLeaseCounts(search);
  if (!counts) return null;
  const { all, soon, late } = counts;
  return (
    <h2 className={styles.headline}>
      {t('headLeases', { all, soon, count: soon })}
      {late > 0 ? t('headLate', { count: late }) : null}
    </h2>
  );
}

/** The register of leases, the next to run out first. */
export function LeaseRegister({ search, onChange, phone }: PartProps) {
  const { t } = useTranslation('stores');
  const [importing, setImporting] = useState(false);
  const counts = useLeaseCounts(search);
  const leases = useLeases(search);
  // Taking out is rare: the list of what was taken out is offered where it has anything.
  const offered = leaseViews.filter((value) => value !== 'out' || search.view === 'out' || (counts?.out ?? 0) > 0);
  const views = offered.map((value) => ({ value, text: `${t(`leases-${value}`)}${counts ? ` ${counts[value]}` : ''}` }));
  const { view, q, unit } = search;
  return (
    <>
      <Headline search={search} />
      <ListBar search={search} onChange={onChange} hint={t('search')} views={views}>
        {counts?.manages ? (
          <button type="button" className={`plain ${styles.import}`} onClick={() => setImporting(true)}>
            <Upload size={16} aria-hidden />
            {t('import')}
          </button>
        ) : null}
        <ExportButton list="leases" filters={{ view, q, unit }} />
      </ListBar>
      {importing ? <LeaseImport onClose={() => setImporting(false)} /> : null}
      <PagedRows query={leases} bones={8} empty={<EmptyState title={t('noLeases')} hint={t('noLeasesHint')} />}>
        {(rows) =>
          phone ? <RegisterCards rows={rows} onChange={onChange} /> : <RegisterTable rows={rows} search={search} onChange={onChange} />
        }
      </PagedRows>
    </>
  );
}
