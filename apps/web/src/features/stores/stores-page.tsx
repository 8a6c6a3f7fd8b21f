import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PhoneTop } from '../../shared/kit/phone-top';
import side from '../../shared/kit/side.module.css';
import { useSayWhere } from '../../shared/state/crumbs';
import { useViewport } from '../../shared/state/viewport';
import { LeasePanel } from './leases/lease-panel';
import { LeaseRegister } from './leases/lease-register';
import { OpeningsList } from './openings/openings-list';
import styles from './stores-page.module.css';
import { storeParts, type StoresSearch } from './stores-search';

/** Openings or leases. */
function Parts({ search }: { search: StoresSearch }) {
  const { t } = useTranslation('stores');
  return (
    <nav className={side.pills} aria-label={t('parts')}>
      {storeParts.map((part) => {
        const on = (search.part ?? 'openings') === part;
        return (
          <Link
            key={part}
            to="/stores"
            search={{ part: part === 'leases' ? part : undefined }}
            className={`finger ${side.pill}`}
            data-on={on}
            aria-current={on ? 'page' : undefined}
          >
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
            <Parts search={search} />
            <div className={styles.content}>{list}</div>
          </>
        )}
      </div>
    );
  return (
    <div className={styles.wide}>
      <div className={styles.content}>
        <h1 className="visually-hidden">{t('title')}</h1>
        <div className={styles.parts}>
          <Parts search={search} />
        </div>
        {list}
      </div>
      {panel}
    </div>
  );
}
