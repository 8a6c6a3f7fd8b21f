import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { FileText, Store } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PhoneTop } from '../../shared/kit/phone-top';
import side from '../../shared/kit/side.module.css';
import { useSayWhere } from '../../shared/state/crumbs';
import { useViewport } from '../../shared/state/viewport';
import { LeasePanel } from './lease-panel';
import { LeaseRegister } from './lease-register';
import { OpeningsList } from './openings-list';
import styles from './stores-page.module.css';
import { storeParts, type StoresSearch } from './stores-search';

const icons = { openings: Store, leases: FileText };

/** Openings or leases: as a column beside them, or as pills above. */
function Parts({ search, pills }: { search: StoresSearch; pills: boolean }) {
  const { t } = useTranslation('stores');
  return (
    <nav className={pills ? side.pills : side.column} aria-label={t('parts')}>
      {pills ? null : <h1 className={side.title}>{t('title')}</h1>}
      {storeParts.map((part) => {
        const Icon = icons[part];
        const on = (search.part ?? 'openings') === part;
        return (
          <Link
            key={part}
            to="/stores"
            search={{ part: part === 'leases' ? part : undefined }}
            className={pills ? `finger ${side.pill}` : side.tab}
            data-on={on}
            aria-current={on ? 'page' : undefined}
          >
            {pills ? null : <Icon size={18} aria-hidden />}
            <span>{t(part)}</span>
          </Link>
        );
      })}
    </nav>
  );
}

/** The desk of those who look after stores: which are to open, and how their leases stand. */
export function StoresPage() {
  const { t } = useTranslation('stores');
  const search = useSearch({ from: '/framed/stores' });
  const navigate = useNavigate({ from: '/stores' });
  const viewport = useViewport();
  const part = search.part ?? 'openings';
  useSayWhere([{ text: t('title') }, { text: t(part) }]);
  const onChange = (change: Partial<StoresSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const phone = viewport === 'phone';
  const list = part === 'leases' ? <LeaseRegister {...{ search, onChange, phone }} /> : <OpeningsList {...{ search, onChange, phone }} />;
  const panel = search.open ? <LeasePanel key={search.open} id={search.open} onClose={() => onChange({ open: undefined })} /> : null;
  if (phone)
    return (
      <div className={styles.narrow}>
        <PhoneTop title={t(part)} {...(panel ? { onBack: () => onChange({ open: undefined }) } : {})} />
        {panel ?? (
          <>
            <Parts search={search} pills />
            <div className={styles.content}>{list}</div>
          </>
        )}
      </div>
    );
  return (
    <div className={styles.wide}>
      <Parts search={search} pills={false} />
      <div className={styles.content}>{list}</div>
      {panel}
    </div>
  );
}
