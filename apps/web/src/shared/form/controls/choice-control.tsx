import { isSameText } from '@countersign/domain';
import { Radio, Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { ariaOf, type ControlProps, type FieldOf } from '../control';
import styles from '../form.module.css';

const SEARCH_FROM = 9;

/** The option of exactly the typed name stands first. */
const exactBefore = (left: { label?: unknown }, right: { label?: unknown }, { searchValue }: { searchValue: string }): number =>
  Number(isSameText(String(right.label), searchValue)) - Number(isSameText(String(left.label), searchValue));

export function ChoiceControl({ field, value, onChange, id, disabled, ...rest }: ControlProps<FieldOf<'choice'>>) {
  const language = useLanguage();
  const { t } = useTranslation('form');
  return (
    <Select
      id={id}
      className={styles.full ?? ''}
      value={typeof value === 'string' ? value : null}
      options={field.options.map((option) => ({ value: option.value, label: option.label[language] }))}
      placeholder={t('choose')}
      suffixIcon={<ChevronDown size={16} className={styles.icon} aria-hidden />}
      disabled={disabled}
      allowClear={field.required === false}
      showSearch={field.options.length >= SEARCH_FROM ? { optionFilterProp: 'label', filterSort: exactBefore } : false}
      onChange={(next: string | null | undefined) => onChange(next ?? null)}
      {...ariaOf(rest)}
      {...(rest.invalid ? { status: 'error' as const } : {})}
    />
  );
}

/** Two answers side by side, and neither chosen for the person: a blank is not a no. */
export function YesNoControl({ field, value, onChange, id, labelId, disabled }: ControlProps<FieldOf<'yes-no'>>) {
  const language = useLanguage();
  const { t } = useTranslation('form');
  return (
    <Radio.Group
      id={id}
      className={styles.yesNo ?? ''}
      aria-labelledby={labelId}
      value={typeof value === 'boolean' ? value : null}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value as boolean)}
      optionType="button"
      options={[
        { value: true, label: field.yes?.[language] ?? t('yes') },
        { value: false, label: field.no?.[language] ?? t('no') },
      ]}
    />
  );
}
