import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFilterNames } from '../../shared/form/use-filter-names';

/** Whose requests a map is about: a store, a department, or all of them. */
export function UnitChoice({ value, onValue }: { value: string | undefined; onValue: (unit: string | undefined) => void }) {
  const { t } = useTranslation('track');
  const { units } = useFilterNames();
  return (
    <Select
      aria-label={t('filterUnit')}
      value={value ?? ''}
      options={[{ value: '', label: t('filterAnyUnit') }, ...units]}
      onChange={(chosen: string) => onValue(chosen === '' ? undefined : chosen)}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
    />
  );
}
