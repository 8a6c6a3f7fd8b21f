import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { stampText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { Avatar } from '../../../shared/kit/avatar';
import styles from './record.module.css';
import type { RecordEntry } from './record-query';

/** One entry: when, who, what with which request, and how it hangs on the one before. */
export function EntryRow({ entry }: { entry: RecordEntry }) {
  const { t } = useTranslation(['record', 'audit']);
  const words = useWords();
  const language = useLanguage();
  const { at, by, token, request, step, what, n, previous, chain } = entry;
  return (
    <li className={styles.entry} data-roving>
      <time dateTime={at}>{stampText(at, language)}</time>
      <span className={styles.by}>
        {by ? <Avatar person={by} /> : null}
        {by ? words(by.name) : t('system')}
      </span>
      <span className={styles.what}>
        <b>{words(what)}</b> {step ? <span className="hint">{words(step)}</span> : null}
        {token ? (
          <span className="hint">
            {' '}
            {t(token.link ? 'audit:auditLink' : 'audit:auditToken', { name: token.name, by: words(token.issuedBy.name) })}
          </span>
        ) : null}
      </span>
      <span className={styles.request}>
        <Link to="/requests/$id" params={{ id: request.id }} search={{}} className="finger">
          {request.number ?? words(request.title)}
        </Link>
        <span className="hint">{t('entryOf', { n, title: words(request.title) })}</span>
      </span>
      <code title={chain}>
        {previous.slice(0, 4)} → {chain.slice(0, 4)}
      </code>
    </li>
  );
}
