import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agoText, momentText, stampText } from '../../shared/format/moment';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { useRovingFocus } from '../../shared/keyboard/use-roving-focus';
import { Confirm } from '../../shared/kit/controls/confirm';
import { useNow } from '../../shared/kit/moment';
import { SecretBox } from '../../shared/kit/secret-box';
import { useProblemText } from '../../shared/kit/waiting/states';
import { useMe } from '../../shared/state/session';
import { showToast } from '../../shared/state/toasts';
import styles from './account.module.css';
import { IssueForm } from './issue-form';
import { tokensQuery, useRevokeToken, type IssuedToken, type Token } from './tokens-query';

/** Tokens for scripts: the list, a new one, and the one moment in which a new one can be read. */
export function TokensSection() {
  const { t } = useTranslation('account');
  const problemText = useProblemText();
  const { data, error } = useQuery(tokensQuery);
  const [asking, setAsking] = useState(false);
  const [issued, setIssued] = useState<IssuedToken | null>(null);
  const take = (token: IssuedToken) => {
    setIssued(token);
    setAsking(false);
  };
  const tokens = data?.items ?? [];
  const roving = useRovingFocus<HTMLUListElement>();
  return (
    <section className={`card ${styles.section}`} aria-labelledby="tokens-title">
      <div className={styles.row}>
        <div>
          <h2 id="tokens-title">{t('tokens')}</h2>
          <p className="hint">{t('tokensLead')}</p>
        </div>
        {asking ? null : (
          <Button icon={<Plus size={16} aria-hidden />} onClick={() => setAsking(true)}>
            {t('issueToken')}
          </Button>
        )}
      </div>
      {asking ? <IssueForm onIssued={take} onCancel={() => setAsking(false)} /> : null}
      {issued ? <SecretBox secret={issued.token} onDone={() => setIssued(null)} /> : null}
      {error ? (
        <p role="alert" className={styles.problem}>
          {problemText(error)}
        </p>
      ) : null}
      {data && tokens.length === 0 && !asking && !issued ? <p className="hint">{t('noTokens')}</p> : null}
      <ul className={styles.tokens} {...roving}>
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </ul>
    </section>
  );
}

function TokenRow({ token }: { token: Token }) {
  const { t } = useTranslation('account');
  const words = useWords();
  const me = useMe().person.id;
  const language = useLanguage();
  const revoke = useRevokeToken(() => showToast({ id: `token ${token.id}`, tone: 'done', text: t('revoked') }));
  const ended = new Date(token.expiresAt) <= useNow();
  const until = t(ended ? 'tokenExpired' : 'tokenUntil', { when: stampText(token.expiresAt, language) });
  const lines = [
    [
      token.person.id === me ? '' : t('tokenOf', { name: words(token.person.name) }),
      token.scopes.map((scope) => t(`scope-${scope}`)).join(language === 'zh' ? '、' : ', '),
      until,
    ],
    [
      token.issuedBy.id === me ? '' : t('tokenIssuedBy', { name: words(token.issuedBy.name) }),
      t('tokenCreated', { when: momentText(token.createdAt, language) }),
      token.lastUsedAt === null ? t('tokenNeverUsed') : t('tokenUsed', { when: agoText(token.lastUsedAt, language) }),
    ],
  ];
  return (
    <li className={styles.token} data-ended={ended} data-roving>
      <KeyRound size={18} aria-hidden />
      <div className={styles.grow}>
        <p>
          <b>{token.name}</b> <code className={styles.prefix}>{token.prefix}…</code>
        </p>
        {lines.map((parts, index) => (
          <p key={index} className="hint">
            {parts.filter((part) => part !== '').join(' · ')}
          </p>
        ))}
      </div>
      <Confirm title={t('revokeSure')} okText={t('revoke')} okButtonProps={{ danger: true }} onConfirm={() => revoke.mutate(token.id)}>
        <Button type="text" danger loading={revoke.isPending} aria-label={t('revokeOf', { name: token.name })}>
          {t('revoke')}
        </Button>
      </Confirm>
    </li>
  );
}
