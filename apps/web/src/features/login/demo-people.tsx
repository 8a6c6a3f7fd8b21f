import { useMutation } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { useWords } from '../../shared/i18n/use-language';
import { Avatar } from '../../shared/kit/avatar';
import { useProblemText } from '../../shared/kit/states';
import styles from './login.module.css';
import { useEnter } from './use-enter';

type Schemas = components['schemas'];

/** The people of the demo in the order in which the processes meet them; one click signs in. */
export function DemoPeople({ mode }: { mode: Schemas['ModeView'] }) {
  const { t } = useTranslation('login');
  const words = useWords();
  const enter = useEnter();
  const problemText = useProblemText();
  const signIn = useMutation({
    mutationFn: (personId: string) => call<Schemas['SessionView']>('POST', '/auth/demo', { body: { personId } }),
    onSuccess: enter,
  });
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h1 id="demo-title" className={styles.demoTitle}>
        {t('demoTitle')}
      </h1>
      <p className="hint">{t('demoLead', { company: mode.company ? words(mode.company) : '' })}</p>
      <ul className={styles.people}>
        {mode.people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              className={`card plain ${styles.person}`}
              disabled={signIn.isPending}
              onClick={() => signIn.mutate(person.id)}
              aria-label={`${t('demoEnter', { name: words(person.name) })}${person.title ? `, ${words(person.title)}` : ''}. ${words(person.line)}`}
            >
              <Avatar person={person} large />
              <span className={styles.personText}>
                <span>
                  <span className={styles.personName}>{words(person.name)}</span>
                  {person.title ? <span className={styles.personTitle}>{words(person.title)}</span> : null}
                </span>
                <span className="hint">{words(person.line)}</span>
              </span>
              <ChevronRight size={16} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {signIn.error ? (
        <p className={styles.problem} role="alert">
          {problemText(signIn.error)}
        </p>
      ) : null}
    </section>
  );
}
