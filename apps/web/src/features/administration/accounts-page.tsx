import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { PersonPicker } from '../../shared/form';
import { stampText } from '../../shared/format/moment';
import { useLanguage } from '../../shared/i18n/use-language';
import { SecretBox } from '../../shared/kit/secret-box';
import { useProblemText } from '../../shared/kit/waiting/states';
import { ADMINISTRATION } from '../../shared/state/administration';
import styles from './administration.module.css';
import { Page } from './page';

type PasswordLink = components['schemas']['PasswordLinkView'];

/** A single-use link with which somebody sets a new password: made, shown once, handed on by the person who made it. */
export function AccountsPage() {
  const { t } = useTranslation('administration');
  return (
    <Page page={ADMINISTRATION.accounts} lead={t('accountsLead')}>
      <LinkSection />
    </Page>
  );
}

function LinkSection() {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const problemText = useProblemText();
  const [person, setPerson] = useState<string | null>(null);
  const make = useMutation({ mutationFn: (id: string) => call<PasswordLink>('POST', `/people/${id}/password-link`) });
  const choose = (next: string | null) => {
    setPerson(next);
    make.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (person !== null) make.mutate(person);
  };
  return (
    <section className={`card ${styles.section}`} aria-label={t('linkFor')}>
      <form className={styles.pick} onSubmit={submit}>
        <div>
          <label id="link-person-label" htmlFor="link-person">
            {t('linkFor')}
          </label>
          <PersonPicker id="link-person" labelId="link-person-label" value={person} onChange={choose} />
        </div>
        <Button
          type="primary"
          htmlType="submit"
          icon={<Link2 size={16} aria-hidden />}
          disabled={person === null || make.data !== undefined}
          loading={make.isPending}
        >
          {t('makeLink')}
        </Button>
      </form>
      {person === null ? <p className="hint">{t('linkNeedsPerson')}</p> : null}
      <p role="alert" className={styles.problem}>
        {make.error ? problemText(make.error) : null}
      </p>
      {make.data ? (
        <SecretBox secret={make.data.url} onDone={() => choose(null)}>
          <p className={styles.small}>{t('linkUntil', { when: stampText(make.data.expiresAt, language) })}</p>
        </SecretBox>
      ) : (
        <p className="hint">{t('linkHint')}</p>
      )}
    </section>
  );
}
