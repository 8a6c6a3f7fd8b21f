import { useMutation } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { useWords } from '../../shared/i18n/use-language';
import { Avatar } from '../../shared/kit/avatar';
import { PlainInput } from '../../shared/kit/controls/plain-input';
import { useProblemText } from '../../shared/kit/waiting/states';
import { groupsOf, peopleFound, type DemoPerson } from './demo-groups';
import styles from './login.module.css';
import { useEnter } from './use-enter';

type Schemas = components['schemas'];

interface Cards {
  people: readonly DemoPerson[];
  busy: boolean;
  onPick: (id: string) => void;
}

function PeopleCards({ people, busy, onPick }: Cards) {
  const { t } = useTranslation('login');
  const words = useWords();
  return (
    <ul className={styles.people}>
      {people.map((person) => (
        <li key={person.id}>
          <button
            type="button"
            className={`card plain ${styles.person}`}
            disabled={busy}
            onClick={() => onPick(person.id)}
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
  );
}

/** What one may try, each with its people: the first lies open, the others open when they are asked for. */
function Groups({ people, ...cards }: Cards) {
  const words = useWords();
  return groupsOf(people).map((group, index) => (
    <details key={group.title.en} className={styles.group} open={index === 0}>
      <summary className="finger">
        <ChevronRight size={14} aria-hidden />
        {words(group.title)}
        <span className={styles.groupCount}>{group.people.length}</span>
      </summary>
      <PeopleCards people={group.people} {...cards} />
    </details>
  ));
}

/** The people of the demo, by what they have to do with; one click signs in. */
export function DemoPeople({ mode }: { mode: Schemas['ModeView'] }) {
  const { t } = useTranslation('login');
  const words = useWords();
  const enter = useEnter();
  const problemText = useProblemText();
  const [sought, setSought] = useState('');
  const signIn = useMutation({
    mutationFn: (personId: string) => call<Schemas['SessionView']>('POST', '/auth/demo', { body: { personId } }),
    onSuccess: enter,
  });
  const cards = { busy: signIn.isPending, onPick: signIn.mutate };
  const found = peopleFound(mode.people, sought);
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h1 id="demo-title" className={styles.demoTitle}>
        {t('demoTitle')}
      </h1>
      <p className="hint">{t('demoLead', { company: mode.company ? words(mode.company) : '' })}</p>
      <div className={styles.sought}>
        <PlainInput
          id="demo-search"
          type="search"
          aria-label={t('demoSearch')}
          placeholder={t('demoSearch')}
          autoComplete="off"
          spellCheck={false}
          value={sought}
          onChange={setSought}
        />
      </div>
      <p role="status" className={`hint ${styles.none}`}>
        {found?.length === 0 ? t('demoNobody') : null}
      </p>
      {found ? <PeopleCards people={found} {...cards} /> : <Groups people={mode.people} {...cards} />}
      {signIn.error ? (
        <p className={styles.problem} role="alert">
          {problemText(signIn.error)}
        </p>
      ) : null}
    </section>
  );
}
