import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFilterNames } from './use-filter-names';
import { withChosen } from './with-chosen';

interface UnitChoiceProps {
  /** What the unit is of; unless it is said, that of requesters. */
  label?: string;
  value: string | undefined;
  onValue: (unit: string | undefined) => void;
}

/** Of which part of the company a page tells: a store, a department, or all of them. */
export function UnitChoice({ label, value, onValue }: UnitChoiceProps) {
  const { t } = useTranslation('filter');
  const { units } = useFilterNames();
  return (
    <Select
      aria-label={label ?? t('unit')}
      value={value ?? ''}
      options={[{ value: '', label: t('anyUnit') }, ...withChosen(units, value)]}
      onChange={(chosen: string) => onValue(chosen === '' ? undefined : chosen)}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
    />
  );
}
