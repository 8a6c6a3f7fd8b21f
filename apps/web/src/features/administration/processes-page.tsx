import { useTranslation } from 'react-i18next';
import { ADMINISTRATION } from '../../shared/state/administration';
import { useMe } from '../../shared/state/session';
import { DraftsSection } from './processes/drafts-section';
import { ImportSection } from './processes/import-section';
import { PublishedSection } from './processes/published-section';
import { Page } from './page';

/** Processes as data: imported as drafts, published by a decision of their own, kept in every version. */
export function ProcessesPage() {
  const { t } = useTranslation('administration');
  const { rights } = useMe();
  const mayImport = rights.includes('definitions.import');
  return (
    <Page page={ADMINISTRATION.processes} lead={t('processesLead')}>
      {mayImport ? <ImportSection /> : null}
      <DraftsSection mayImport={mayImport} mayPublish={rights.includes('definitions.publish')} />
      <PublishedSection mayPublish={rights.includes('definitions.publish')} />
    </Page>
  );
}
