import { daysText, type Column, type Field, type Json } from '@countersign/domain';
import { useQuery } from '@tanstack/react-query';
import { File } from 'lucide-react';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client';
import { keys } from '../api/keys';
import { requestQuery } from '../api/request-query';
import type { Amount, RequestFile, UnitRef } from '../api/wire';
import { amountText, decimalText } from '../format/amount';
import { calendarDayText } from '../format/moment';
import { useLanguage, useWords } from '../i18n/use-language';
import styles from './field-words.module.css';
import { BudgetWords, type WireBudget } from './budget-words';
import { PeopleNames, PersonName } from './person-name';
import { FileOpenerContext, opensInPlace } from '../files/file-opener';

type Shown = Field | Column;

/** Nothing to show: a blank says so by being absent. Pure. */
export function isBlankValue(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function UnitName({ id }: { id: string }) {
  const words = useWords();
  const { data } = useQuery({ queryKey: keys.unit(id), queryFn: () => call<UnitRef>('GET', `/units/${id}`), staleTime: 300_000 });
  return <>{data ? words(data.name) : '…'}</>;
}

function RequestName({ id }: { id: string }) {
  const words = useWords();
  const { t } = useTranslation('request');
  const { data, error } = useQuery({ ...requestQuery(id), retry: false });
  if (error) return <span className="hint">{t('linkedUnseen')}</span>;
  return (
    <a href={`/requests/${id}`} className="finger">
      {data ? [data.number, words(data.rowTitle)].filter(Boolean).join(' ') : '…'}
      {data?.outcome ? <span className="hint"> {t(`outcome-${data.outcome}`)}</span> : null}
    </a>
  );
}

function Files({ files }: { files: RequestFile[] }) {
  const opener = useContext(FileOpenerContext);
  return (
    <span className={styles.files}>
      {files.map((file) => (
        <a
          key={file.id}
          href={`/api/v1/files/${file.id}`}
          target="_blank"
          rel="noreferrer"
          className={`finger ${styles.file}`}
          aria-expanded={opener ? opener.openId === file.id : undefined}
          onClick={opensInPlace(opener, file)}
        >
          <File size={14} aria-hidden />
          {file.name}
        </a>
      ))}
    </span>
  );
}

function DateRange({ range }: { range: { from?: string; to?: string } }) {
  const { t } = useTranslation('request');
  return <>{t('dateTo', { from: range.from ?? '', to: range.to ?? '' })}</>;
}

function YesNo({ field, value }: { field: Extract<Shown, { type: 'yes-no' }>; value: boolean }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const own = value ? field.yes : field.no;
  return <>{own ? words(own) : t(value ? 'yes' : 'no')}</>;
}

function NumberWords({ field, value }: { field: Extract<Shown, { type: 'number' }>; value: number }) {
  const words = useWords();
  return (
    <>
      {value.toLocaleString('en', { maximumFractionDigits: 6 })}
      {field.unit ? ` ${words(field.unit)}` : ''}
    </>
  );
}

/** A value of a form as a reader sees it, by the type of its field. `short` = in a table: the column says the currency, the year goes without saying. */
export function FieldWords({ field, value, short = false }: { field: Shown; value: unknown; short?: boolean }) {
  const language = useLanguage();
  const words = useWords();
  if (isBlankValue(value)) return null;
  switch (field.type) {
    case 'money':
    case 'money-sum':
      return <span className={styles.number}>{short ? decimalText(value as Amount) : amountText(value as Amount, language)}</span>;
    case 'date':
      return <span className={styles.number}>{short ? calendarDayText(value as string, language) : (value as string)}</span>;
    case 'budget':
      return <BudgetWords value={value as WireBudget} />;
    case 'days':
      return <>{daysText(value as number, language)}</>;
    case 'number':
      return <NumberWords field={field} value={value as number} />;
    case 'choice': {
      const option = field.options.find((candidate) => candidate.value === value);
      return <>{option ? words(option.label) : String(value)}</>;
    }
    case 'yes-no':
      return <YesNo field={field} value={value as boolean} />;
    case 'date-range':
      return <DateRange range={value as { from?: string; to?: string }} />;
    case 'person':
      return <PersonName id={value as string} />;
    case 'people':
      return <PeopleNames ids={value as string[]} />;
    case 'unit':
      return <UnitName id={value as string} />;
    case 'request':
      return <RequestName id={value as string} />;
    case 'files':
      return <Files files={value as RequestFile[]} />;
    case 'table':
      return null;
    default:
      return <span className={styles.text}>{String(value as Json)}</span>;
  }
}
