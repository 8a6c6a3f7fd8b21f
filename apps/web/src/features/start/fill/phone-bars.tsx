import { formatMoney, isMoney, ownValue } from '@countersign/domain';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { ArrowLeft, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/use-language';
import type { SaveState } from '../keep/autosave';
import styles from './fill.module.css';
import { SaveLine } from '../keep/save-line';
import { AsideButton, pressOf, useReadiness, type Submission } from '../send/submit-bar';

const route = getRouteApi('/framed/start/$key');

interface PhoneHeadProps {
  title: string;
  saveState: SaveState;
  returned: boolean;
}

/** A phone's own head: back, what it is, where the draft is. */
export function PhoneHead({ title, saveState, returned }: PhoneHeadProps) {
  const { t } = useTranslation('frame');
  const router = useRouter();
  const navigate = route.useNavigate();
  const back = () => (router.history.canGoBack() ? router.history.back() : void navigate({ to: '/start', search: {} }));
  return (
    <header className={styles.phoneHead}>
      <button type="button" className={`plain ${styles.back}`} aria-label={t('back')} onClick={back}>
        <ArrowLeft size={20} aria-hidden />
      </button>
      <div className={styles.phoneTitle}>
        <h1>{title}</h1>
        <p className="hint">
          <SaveLine state={saveState} returned={returned} />
        </p>
      </div>
    </header>
  );
}

/** A phone's buttons at the thumb: first the people who will decide, then the submission with its amount. */
export function PhoneBar({ onRoute, ...submission }: Submission & { onRoute: boolean }) {
  const { t } = useTranslation('fill');
  const language = useLanguage();
  const { ready, reason } = useReadiness(submission);
  const navigate = route.useNavigate();
  const back = () => navigate({ search: (before) => ({ ...before, view: undefined }), replace: true });
  const { definition, check } = submission;
  // An amount in which something is wrong is none to be submitted.
  const amount = definition.amount && check.invalid.length === 0 ? ownValue(check.values, definition.amount) : undefined;
  const money = isMoney(amount) ? formatMoney(amount, language, 'short') : null;
  const label = submission.sending.label[language];
  return (
    <footer className={styles.thumb}>
      <p className="hint">{reason}</p>
      <div className={styles.thumbButtons}>
        {onRoute ? (
          <>
            <Button onClick={() => void back()}>{t('backToForm')}</Button>
            <Button
              type="primary"
              icon={<Send size={18} aria-hidden />}
              {...pressOf({ ...submission, sayAll: () => void back().then(submission.sayAll) }, ready)}
              loading={submission.busy}
            >
              {money ? `${label} ${money}` : label}
            </Button>
          </>
        ) : (
          <>
            {submission.aside ? (
              <AsideButton submission={submission} {...submission.aside} />
            ) : (
              <Button onClick={submission.save}>{t('saveDraft')}</Button>
            )}
            <Button type="primary" onClick={() => void navigate({ search: (before) => ({ ...before, view: 'route' }) })}>
              {t('routeStep')}
            </Button>
          </>
        )}
      </div>
    </footer>
  );
}
