import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/kit/waiting/states';
import { ADMINISTRATION } from '../../../shared/state/administration';
import { Page } from '../page';
import { PagedSection } from '../paged-section';
import { ChangeRow } from './change-row';
import { changesQuery } from './changes-query';

/** Who changed directory, rights, limits, parameters and processes, with what was so before and since. */
export function ChangesPage() {
  const { t } = useTranslation('changes');
  return (
    <Page page={ADMINISTRATION.changes} lead={t('changesLead')}>
      <Changes />
    </Page>
  );
}

function Changes() {
  const { t } = useTranslation('changes');
  return (
    <PagedSection
      query={useInfiniteQuery(changesQuery)}
      label={t('changesList')}
      bones={5}
      exported="changes"
      empty={<EmptyState icon={<ScrollText size={28} />} title={t('changesNone')} hint={t('changesNoneHint')} />}
      row={(change) => <ChangeRow change={change} />}
    />
  );
}
