import { LEASE_COLUMNS } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import { TableImport } from '../../../shared/tables/table-import';
import { useLeaseImport } from '../stores-queries';

/** Takes a table of leases. */
export function LeaseImport({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('stores');
  const { mutateAsync } = useLeaseImport();
  return (
    <TableImport
      id="leases"
      title={t('importTitle')}
      hint={t('importHint')}
      columns={Object.values(LEASE_COLUMNS)}
      take={mutateAsync}
      found={({ created, updated, unchanged }) => t('importChecked', { created, updated, unchanged })}
      changes={({ created, updated }) => created + updated > 0}
      done={({ created, updated }) => t('importDone', { created, updated })}
      onClose={onClose}
    />
  );
}
