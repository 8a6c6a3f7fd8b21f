import { Link } from '@tanstack/react-router';
import type { AuthorityKind } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import { amountText } from '../../shared/format/amount';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { Chip } from '../../shared/kit/chip';
import { useMe } from '../../shared/state/session';
import type { PersonDesk } from './people-query';
import styles from './person-page.module.css';

/** What somebody may sign today; `most`: so many, and the rest on their page. */
export function SignsList({ authority, most = Infinity }: { authority: PersonDesk['authority']; most?: number }) {
  const { t } = useTranslation(['organisation', 'limits']);
  const words = useWords();
  const language = useLanguage();
  const asks = useMe().rights.includes('authority.read');
  const limitText = (limit: NonNullable<PersonDesk['authority']>[number]['limit'], kind: string): string => {
    if (limit === null) return kind === 'approve-within-limit' ? t('blank') : '';
    return limit === 'no-limit' ? t('noLimit') : t('upTo', { amount: amountText(limit, language, 'if-any') });
  };
  return (
    <section>
      <h3>
        {t('signs')} {authority ? <small className={styles.hint}>{t('signsCount', { count: authority.length })}</small> : null}
      </h3>
      {authority === null ? <p className={styles.hint}>{t('signsClosed')}</p> : null}
      {authority?.length === 0 ? <p className={styles.hint}>{t('signsNone')}</p> : null}
      <ul className={styles.signs}>
        {(authority ?? []).slice(0, most).map(({ id, kind, title, limit, own, plan }) => (
          <li key={id}>
            <Chip tone={kind.startsWith('approve') ? 'teal' : 'plain'}>{t(`limits:kind-${kind as AuthorityKind}`)}</Chip>
            <span>
              {words(title)} {plan === 'over' ? <small>{t('limits:plan-over')}</small> : null} {own ? <small>{t('ownGrant')}</small> : null}
            </span>
            <b>{limitText(limit, kind)}</b>
          </li>
        ))}
      </ul>
      {asks ? (
        <Link to="/finance/who-may-sign" search={{}} className="finger">
          {t('signsAll')}
        </Link>
      ) : null}
    </section>
  );
}
