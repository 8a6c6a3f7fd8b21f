import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DefinitionItem } from '../../../shared/api/wire';
import { momentText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { useRovingFocus } from '../../../shared/keyboard/use-roving-focus';
import { LineBones } from '../../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../../shared/kit/waiting/states';
import { VersionChangesToggle } from '../../../shared/versions/version-changes-toggle';
import styles from '../administration.module.css';
import { ExportButton, RetireButton } from './version-buttons';
import { publishedQuery, versionsQuery } from './definition-queries';

/** The processes in use, each with all its versions. */
export function PublishedSection({ mayPublish }: { mayPublish: boolean }) {
  const { t } = useTranslation('administration');
  const { data, error, refetch } = useQuery(publishedQuery);
  const roving = useRovingFocus<HTMLUListElement>();
  return (
    <section className={`card ${styles.section}`} aria-labelledby="process-published">
      <h2 id="process-published">{t('inUse')}</h2>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {data || error ? null : <LineBones lines={2} />}
      {data?.items.length === 0 ? <p className="hint">{t('noneInUse')}</p> : null}
      <ul className={styles.rows} {...roving}>
        {data?.items.map((item) => (
          <ProcessRow key={item.key} item={item} mayPublish={mayPublish} />
        ))}
      </ul>
    </section>
  );
}

function ProcessRow({ item, mayPublish }: { item: DefinitionItem; mayPublish: boolean }) {
  const { t } = useTranslation('administration');
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <li data-roving>
      <div className={styles.item}>
        <div className={styles.grow}>
          <p className={styles.name}>{words(item.title)}</p>
          <p className="hint">{t('versionOf', { version: item.version, key: item.key })}</p>
        </div>
        <ExportButton item={item} title={words(item.title)} />
        {mayPublish ? <RetireButton item={item} title={words(item.title)} /> : null}
        <Button
          type="text"
          aria-expanded={open}
          aria-label={t(open ? 'hideVersionsOf' : 'versionsOf', { title: words(item.title) })}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'hideVersions' : 'versions')}
        </Button>
      </div>
      {open ? <Versions processKey={item.key} /> : null}
    </li>
  );
}

function Versions({ processKey }: { processKey: string }) {
  const { t } = useTranslation('administration');
  const words = useWords();
  const language = useLanguage();
  const { data, error } = useQuery(versionsQuery(processKey));
  if (error) return <ErrorState error={error} />;
  if (!data) return <LineBones lines={1} />;
  return (
    <ul className={styles.versions}>
      {data.items.map((each) => (
        <li key={each.version}>
          <span>{t('version', { version: each.version })}</span>
          <span>{t(`status-${each.status}`)}</span>
          <span className="hint">
            {[
              each.createdBy ? t('importedBy', { name: words(each.createdBy.name) }) : t('shipped'),
              each.publishedAt ? t('publishedOn', { when: momentText(each.publishedAt, language) }) : '',
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
          <VersionChangesToggle processKey={processKey} version={each.version} />
        </li>
      ))}
    </ul>
  );
}
