import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField, useCompanyDay } from '../../../shared/form';
import { FoundChanges } from '../../../shared/authority/found-changes';
import { showToast } from '../../../shared/state/toasts';
import { useChangeLimits, type LimitChange, type LimitsTrial } from './limits-query';
import { Faults } from '../../../shared/kit/waiting/faults';
import styles from './limits.module.css';

interface PanelProps {
  changes: LimitChange[];
  /** Something that was typed is no limit. */
  wrong: boolean;
  onDone: () => void;
}

/** What a set of changes would do, from when and why; nothing is saved before it was looked at. */
export function ChangePanel({ changes, wrong, onDone }: PanelProps) {
  const { t } = useTranslation('limits');
  const id = useId();
  const today = useCompanyDay();
  const [from, setFrom] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState<{ of: string; trial: LimitsTrial } | null>(null);
  const { mutateAsync, isPending, error } = useChangeLimits();
  const asked = { changes, from: from === null || from === today() ? undefined : from, reason: reason.trim() };
  const fits = tried?.of === JSON.stringify(asked);
  const go = async (trial: boolean): Promise<void> => {
    const standing = trial ? undefined : tried?.trial.standing;
    const found = await mutateAsync({ ...asked, trial, standing }).catch(() => null);
    // What was not done is tried again first: it may do something else by now.
    if (found === null) return setTried(null);
    if (trial) return setTried({ of: JSON.stringify(asked), trial: found });
    showToast({ id: 'limits-changed', tone: 'done', text: t('done') });
    onDone();
  };
  return (
    <aside className={styles.panel} aria-label={t('panel')}>
      <h2>{t('panel')}</h2>
      <p>{changes.length === 0 ? t('noChanges') : t('changes', { count: changes.length })}</p>
      {wrong ? <p role="alert">{t('wrong')}</p> : null}
      <label htmlFor={`${id}-from`}>
        {t('from')}
        <DayField id={`${id}-from`} value={from ?? today()} onChange={setFrom} takes={{ notBefore: 'today' }} />
      </label>
      <label htmlFor={`${id}-why`}>
        {t('reason')}
        <Input.TextArea id={`${id}-why`} rows={2} maxLength={180} value={reason} onChange={({ target }) => setReason(target.value)} />
      </label>
      {error ? <Faults error={error} className={styles.faults} /> : null}
      {tried && fits ? <FoundChanges found={tried.trial} /> : null}
      {changes.length > 0 && !wrong && !fits ? <p className={styles.hint}>{t(reason.trim() === '' ? 'reasonFirst' : 'tryFirst')}</p> : null}
      <footer>
        <button type="button" className={`plain ${styles.press}`} disabled={changes.length === 0 && !wrong} onClick={onDone}>
          {t('giveUp')}
        </button>
        <button
          type="button"
          className={`plain ${styles.press}`}
          data-main={!fits}
          disabled={changes.length === 0 || wrong || reason.trim() === '' || isPending}
          onClick={() => void go(true)}
        >
          {t('try')}
        </button>
        <button
          type="button"
          className={`plain ${styles.press}`}
          data-main={fits}
          disabled={!fits || isPending}
          onClick={() => void go(false)}
        >
          {t('save')}
        </button>
      </footer>
    </aside>
  );
}
