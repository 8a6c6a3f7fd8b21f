import { parseAmount } from '@countersign/domain';
import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilterNames } from '../../../shared/filter/use-filter-names';
import { DayField, useCompanyDay } from '../../../shared/form';

import { useWords } from '../../../shared/i18n/use-language';
import type { Signing } from './signing-query';
import type { SigningSearch } from './signing-search';
import styles from './signing.module.css';

export interface AskProps {
  search: SigningSearch;
  onChange: (change: Partial<SigningSearch>) => void;
}

function AmountField({ search, onChange, id }: AskProps & { id: string }) {
  const [typed, setTyped] = useState(search.amount ?? '');
  const read = parseAmount(typed, 'CNY');
  const wrong = typed.trim() !== '' && (!read.ok || read.decimal.startsWith('-'));
  return (
    <Input
      id={id}
      prefix="¥"
      inputMode="decimal"
      maxLength={24}
      value={typed}
      {...(wrong ? { status: 'error' as const, 'aria-invalid': true } : {})}
      onChange={({ target }) => {
        setTyped(target.value);
        const now = parseAmount(target.value, 'CNY');
        onChange({ amount: now.ok && !now.decimal.startsWith('-') ? now.decimal : undefined });
      }}
    />
  );
}

/** The case that is asked about. */
export function SigningBar({ search, onChange, answer }: AskProps & { answer: Signing | undefined }) {
  const { t } = useTranslation('signing');
  const words = useWords();
  const id = useId();
  const today = useCompanyDay();
  const { processes, units } = useFilterNames();
  const steps = answer?.steps ?? [];
  return (
    <search className={styles.bar}>
      <label htmlFor={`${id}-process`}>
        {t('process')}
        <Select
          id={`${id}-process`}
          value={search.process ?? processes[0]?.value}
          options={processes}
          onChange={(process: string) => onChange({ process, step: undefined })}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </label>
      <label htmlFor={`${id}-step`}>
        {t('step')}
        <Select
          id={`${id}-step`}
          value={search.step ?? ''}
          options={[
            { value: '', label: t('usualStep') },
            ...steps.map(({ step, title, comes }) => ({
              value: step,
              label: comes ? words(title) : t('stepNotCome', { step: words(title) }),
            })),
          ]}
          onChange={(step: string) => onChange({ step: step === '' ? undefined : step })}
          popupMatchSelectWidth={false}
        />
      </label>
      <label htmlFor={`${id}-amount`}>
        {t('amount')}
        <AmountField id={`${id}-amount`} search={search} onChange={onChange} />
      </label>
      <label htmlFor={`${id}-unit`}>
        {t('unit')}
        <Select
          id={`${id}-unit`}
          value={search.unit ?? answer?.unit.id}
          options={units}
          onChange={(unit: string) => onChange({ unit })}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
        />
      </label>
      <label htmlFor={`${id}-plan`}>
        {t('plan')}
        <Select
          id={`${id}-plan`}
          value={search.plan ?? 'in'}
          options={(['in', 'over'] as const).map((value) => ({ value, label: t(`plan-${value}`) }))}
          onChange={(plan: 'in' | 'over') => onChange({ plan: plan === 'over' ? plan : undefined })}
        />
      </label>
      <label htmlFor={`${id}-date`}>
        {t('date')}
        <DayField
          id={`${id}-date`}
          value={search.date ?? today()}
          onChange={(day) => onChange(day === null || day === today() ? { date: undefined, known: undefined } : { date: day })}
        />
      </label>
    </search>
  );
}
