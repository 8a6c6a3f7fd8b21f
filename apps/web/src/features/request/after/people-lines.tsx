import type { ReactNode } from 'react';
import type { PersonRef } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { Avatar } from '../../../shared/kit/avatar';
import { useNamed } from '../../../shared/kit/named';
import styles from '../operation/operation.module.css';

/** One line of what would be: a mark, who or what it is, and what is to be told below. */
export function Line({ mark, children, below, tone }: { mark: ReactNode; children: ReactNode; below?: string; tone?: 'bad' | 'off' }) {
  return (
    <li className={styles.line} data-tone={tone}>
      <span className={styles.mark}>{mark}</span>
      <span>
        {children}
        {below ? <small>{below}</small> : null}
      </span>
    </li>
  );
}

/** Somebody, and what they would do. */
function PersonLine({ person, step, below, off = false }: { person: PersonRef; step: string; below?: string; off?: boolean }) {
  const words = useWords();
  return (
    <Line mark={<Avatar person={person} />} {...(below ? { below } : {})} {...(off ? { tone: 'off' } : {})}>
      <b>{words(person.name)}</b> {person.title ? <i>{words(person.title)}</i> : null} <span className={styles.does}>{step}</span>
    </Line>
  );
}

/** More of one step than can be read at a glance. */
const MANY = 4;

interface StepPeople {
  people: PersonRef[];
  step: string;
  /** What is said of one of them. */
  below?: (person: PersonRef) => string;
  off?: boolean;
}

/** Those of one step, each in a line; of many the first and how many more there are. */
export function PeopleLines({ people, step, below, off = false }: StepPeople) {
  const words = useWords();
  const named = useNamed();
  const [first] = people;
  const said = first ? below?.(first) : undefined;
  if (first && people.length > MANY)
    return (
      <Line mark={<Avatar person={first} />} {...(said ? { below: said } : {})} {...(off ? { tone: 'off' } : {})}>
        <b title={people.map(({ name }) => words(name)).join(' · ')}>{named(people)}</b> <span className={styles.does}>{step}</span>
      </Line>
    );
  return people.map((person) => {
    const note = below?.(person);
    return <PersonLine key={person.id} {...{ person, step, off }} {...(note ? { below: note } : {})} />;
  });
}
