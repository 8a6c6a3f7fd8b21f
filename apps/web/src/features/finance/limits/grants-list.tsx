import { AUTHORITY_KINDS, type AuthorityKind } from '@countersign/domain';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../../shared/export/export-button';
import { amountText } from '../../../shared/format/amount';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { PagedRows } from '../../../shared/kit/waiting/paged-rows';
import { EmptyState } from '../../../shared/kit/waiting/states';
import { useGrants, type Grant } from './limits-query';
import type { GrantState, LimitsSearch } from './limits-search';
import styles from './limits.module.css';

function Row({ grant }: { grant: Grant }) {
  const { t } = useTranslation('limits');
  const words = useWords();
  const language = useLanguage();
  const { limit, kind } = grant;
  const limited = kind === 'approve-within-limit';
  const upTo = !limited ? '' : limit === null ? t('upward') : limit === 'no-limit' ? t('unlimited') : amountText(limit, language, 'if-any');
  const holder = grant.person ? words(grant.person.name) : grant.roleTitle ? words(grant.roleTitle) : grant.role;
  const days = [grant.validFrom, grant.validTo].some(Boolean) ? `${grant.validFrom ?? ''} – ${grant.validTo ?? ''}` : '';
  return (
    <tr data-state={grant.state}>
      <td>{holder}</td>
      <td>{t(`kind-${kind as AuthorityKind}`)}</td>
      <td>
        {words(grant.title)}
        {grant.scope ? <small> {words(grant.scope)}</small> : null}
      </td>
      <td className={styles.figure}>
        {[upTo, grant.plan === 'any' ? '' : t(`plan-${grant.plan as 'in' | 'over'}`)].filter((text) => text !== '').join(' · ')}
      </td>
      <td>
        {grant.state === 'withheld' ? t('withheldFor', { reason: grant.withheldReason ?? '' }) : t(`state-${grant.state as GrantState}`)}
      </td>
      <td>{days}</td>
      <td>{grant.source}</td>
    </tr>
  );
}

/** All authorities, of every kind, with the row that each goes by. */
export function GrantsList({ search, onChange }: { search: LimitsSearch; onChange: (change: Partial<LimitsSearch>) => void }) {
  const { t } = useTranslation('limits');
  const query = useGrants(search);
  const kinds = AUTHORITY_KINDS;
  return (
    <section className={styles.all}>
      <header className={styles.head}>
        <h2>{t('all')}</h2>
        <Select
          aria-label={t('kind')}
          value={search.kind ?? ''}
          options={[{ value: '', label: t('anyKind') }, ...kinds.map((kind) => ({ value: kind, label: t(`kind-${kind}`) }))]}
          onChange={(kind: string) => onChange({ kind: kind === '' ? undefined : (kind as AuthorityKind) })}
          popupMatchSelectWidth={false}
        />
        <Select
          aria-label={t('state')}
          value={search.state ?? ''}
          options={[
            { value: '', label: t('anyState') },
            ...(['granted', 'withheld', 'proposed', 'expired'] as const).map((state) => ({ value: state, label: t(`state-${state}`) })),
          ]}
          onChange={(state: string) => onChange({ state: state === '' ? undefined : (state as GrantState) })}
          popupMatchSelectWidth={false}
        />
        <ExportButton list="authority/grants" filters={{ kind: search.kind, state: search.state }} />
      </header>
      <PagedRows query={query} bones={5} empty={<EmptyState title={t('noGrants')} />}>
        {(rows) => (
          <div className={`card ${styles.frame}`} role="region" aria-label={t('all')} tabIndex={0}>
            <table className={styles.table} data-list>
              <thead>
                <tr>
                  {(['holder', 'kind', 'matter', 'limit', 'state', 'days', 'source'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((grant) => (
                  <Row key={grant.id} grant={grant} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </PagedRows>
    </section>
  );
}
