import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Segmented, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { Me } from '../../shared/api/wire';
import { speak } from '../../shared/i18n';
import { useLanguage } from '../../shared/i18n/use-language';
import { useProblemText } from '../../shared/kit/waiting/states';
import { lookChoice, useLookChoice, type LookChoice } from '../../shared/state/look';
import { useMe } from '../../shared/state/session';
import { showToast } from '../../shared/state/toasts';
import styles from './account.module.css';

/** What one wishes for: language, look, keys. */
export function Preferences() {
  const { t } = useTranslation(['account', 'frame']);
  const language = useLanguage();
  const look = useLookChoice();
  const changeLanguage = async (next: 'zh' | 'en') => {
    await speak(next);
    // The page speaks already; a failure here only means that messages keep the language of before.
    await call('PATCH', '/me', { body: { language: next } }).catch(() => undefined);
  };
  return (
    <section className={`card ${styles.section}`} aria-label={t('preferences')}>
      <div className={styles.row}>
        <div>
          <h2 id="language-label">{t('language')}</h2>
          <p className="hint">{t('languageHint')}</p>
        </div>
        <Segmented
          aria-labelledby="language-label"
          name="language"
          value={language}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(next) => void changeLanguage(next === 'en' ? 'en' : 'zh')}
        />
      </div>
      <div className={styles.row}>
        <h2 id="look-label">{t('look')}</h2>
        <Segmented
          aria-labelledby="look-label"
          name="look"
          value={look}
          options={[
            { value: 'light', label: t('frame:lookLight') },
            { value: 'dark', label: t('frame:lookDark') },
            { value: 'system', label: t('frame:lookSystem') },
          ]}
          onChange={(next) => lookChoice.set(next as LookChoice)}
        />
      </div>
      <SingleKeys />
    </section>
  );
}

/** Kept with the account: whoever dictates needs it on every device. */
function SingleKeys() {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const problemText = useProblemText();
  const on = useMe().person.singleKeys;
  const keep = useMutation({
    mutationFn: (singleKeys: boolean) => call<Me>('PATCH', '/me', { body: { singleKeys } }),
    onSuccess: (me) => client.setQueryData(keys.me, me),
    onError: (error) => showToast({ id: 'single-keys', tone: 'problem', text: t('singleKeysFailed', { reason: problemText(error) }) }),
  });
  return (
    <div className={styles.row}>
      <div className={styles.grow}>
        <h2 id="single-keys-label">{t('singleKeys')}</h2>
        <p className="hint" id="single-keys-hint">
          {t('singleKeysHint')}
        </p>
      </div>
      <Switch
        className="finger"
        checked={on}
        loading={keep.isPending}
        onChange={(next) => keep.mutate(next)}
        aria-labelledby="single-keys-label"
        aria-describedby="single-keys-hint"
      />
    </div>
  );
}
