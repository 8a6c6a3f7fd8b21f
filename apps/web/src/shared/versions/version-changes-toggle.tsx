import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VersionChanges } from './version-changes';
import styles from './version-changes.module.css';

/** What a version has changed, once somebody asks. */
export function VersionChangesToggle({ processKey, version }: { processKey: string; version: number }) {
  const { t } = useTranslation('list');
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`plain finger ${styles.toggle}`}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t('changesAsk')}
        <span className="visually-hidden">{t('changesAskOf', { version })}</span>
      </button>
      <div id={id} className={styles.shown} hidden={!open}>
        {open ? <VersionChanges processKey={processKey} version={version} /> : null}
      </div>
    </>
  );
}
