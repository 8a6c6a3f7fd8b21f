import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilterNames } from './use-filter-names';
import { withChosen } from './with-chosen';

interface ChoiceFilterProps {
  label: string;
  /** What stands there while nothing is chosen. */
  any: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onValue: (value: string | undefined) => void;
}

/** One of several, or any. */
export function ChoiceFilter({ label, any, value, options, onValue }: ChoiceFilterProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={value ?? ''}
        options={[{ value: '', label: any }, ...withChosen(options, value)]}
        onChange={(chosen: string) => onValue(chosen === '' ? undefined : chosen)}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </>
  );
}

type OneOfAll = Pick<ChoiceFilterProps, 'value' | 'onValue'>;

export function ProcessFilter(props: OneOfAll) {
  const { t } = useTranslation('filter');
  return <ChoiceFilter label={t('process')} any={t('anyProcess')} options={useFilterNames().processes} {...props} />;
}

export function UnitFilter(props: OneOfAll) {
  const { t } = useTranslation('filter');
  return <ChoiceFilter label={t('unit')} any={t('anyUnit')} options={useFilterNames().units} {...props} />;
}
