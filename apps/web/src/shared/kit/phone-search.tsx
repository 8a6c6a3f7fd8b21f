import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { searchOpen } from '../state/search-open';
import { PhoneTool } from './phone-top';

/** Opens the search from the head of a desk on a phone. */
export function PhoneSearch() {
  const { t } = useTranslation('frame');
  return (
    <PhoneTool label={t('searchShort')} onClick={() => searchOpen.set(true)}>
      <Search size={20} />
    </PhoneTool>
  );
}
