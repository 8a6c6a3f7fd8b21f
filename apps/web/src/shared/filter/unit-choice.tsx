import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFilterNames } from './use-filter-names';
import { withChosen } from './with-chosen';

/** Whose requests a map is about: a store, a department, or all of them. */
export function UnitChoice({ value, onValue }: { value: string | undefined; onValue: (unit: string | undefined) => void }) {
  const { t } = useTranslation('filter');
  const { units } = useFilterNames();
  return (
    <Select
      aria-label={t('unit')}
      value={value ?? ''}
      options={[{ value: '', label: t('anyUnit') }, ...withChosen(units, value)]}
      onChange={(chosen: string) => onValue(chosen === '' ? undefined : chosen)}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
    />
  );
}
