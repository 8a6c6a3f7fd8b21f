import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { Moment } from '../../../shared/kit/moment';
import { ExportButton } from '../../../shared/export/export-button';
import { RowBones } from '../../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../../shared/kit/waiting/states';
import { useRepairs } from '../../../shared/words/use-repairs';
import styles from './audit-list.module.css';
import { useAudit } from '../use-request';

/** Whether every record still seals the one before it. */
export function ChainVerdict({ id }: { id: string }) {
  const { t } = useTranslation(['audit', 'request', 'supervision']);
  const { data } = useAudit(id);
  if (!data) return null;
  return (
    <p className={styles.verdict} data-holds={data.chainHolds}>
      {data.chainHolds ? <ShieldCheck size={18} aria-hidden /> : <ShieldAlert size={18} aria-hidden />}
      {data.chainHolds ? t('auditHolds', { count: data.items.length }) : t('auditBroken', { at: data.brokenAt ?? 0 })}
    </p>
  );
}

/** The numbered records with their digests: what an auditor compares. */
export function AuditList({ view: { id, repairs } }: { view: Pick<RequestView, 'id' | 'repairs'> }) {
  const { t } = useTranslation(['audit', 'request', 'supervision']);
  const words = useWords();
  const audit = useAudit(id);
  const repaired = useRepairs(repairs);
  if (audit.error) return <ErrorState error={audit.error} retry={() => void audit.refetch()} />;
  if (!audit.data) return <RowBones rows={4} />;
  return (
    <>
      <ExportButton list="audit" filters={{ request: id }} />
      {repaired.length > 0 ? (
        <p className={styles.events}>
          <b>{t('supervision:repaired')}</b> {repaired.join(t('request:joiner'))}
        </p>
      ) : null}
      <ol className={styles.list}>
        {audit.data.items.map((item) => (
          <li key={item.n}>
            <p className={styles.head}>
              <b>{t('auditNumber', { n: item.n })}</b>
              {item.actor ? <span>{words(item.actor.name)}</span> : null}
              <small>
                <Moment at={item.at} />
              </small>
            </p>
            {item.token ? (
              <p>{t(item.token.link ? 'auditLink' : 'auditToken', { name: item.token.name, by: words(item.token.issuedBy.name) })}</p>
            ) : null}
            {item.savedWith ? (
              <p>
                {t(item.savedWith.link ? 'auditSavedLink' : 'auditSaved', {
                  name: item.savedWith.name,
                  by: words(item.savedWith.issuedBy.name),
                })}
              </p>
            ) : null}
            <p className={styles.events}>{item.events.map((event) => words(event)).join(' · ')}</p>
            <p className={styles.digest} title={item.chain}>
              {t('auditDigest', { hash: `${item.chain.slice(0, 8)}…${item.chain.slice(-4)}` })}
            </p>
          </li>
        ))}
      </ol>
      {audit.data.operators.length > 0 ? (
        <section aria-label={t('auditOperators')}>
          <h3>{t('auditOperators')}</h3>
          <ol className={styles.list}>
            {audit.data.operators.map((action) => (
              <li key={`${action.kind} ${action.at}`}>
                <p className={styles.head}>
                  <b>{words(action.by.name)}</b>
                  <span>{t(`auditOperator-${action.kind}`)}</span>
                  <small>
                    <Moment at={action.at} />
                  </small>
                </p>
                {action.reason ? <p className={styles.events}>{t('request:quote', { text: action.reason })}</p> : null}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <ChainVerdict id={id} />
    </>
  );
}
