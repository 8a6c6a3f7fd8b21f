import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/i18n/use-language';
import { Avatar } from '../../shared/kit/avatar';
import { Moment } from '../../shared/kit/moment';
import { PlainButton } from '../../shared/kit/controls/plain-button';
import type { Outlook } from './absence-query';
import styles from './absence.module.css';

const SHOWN = 12;

interface Share {
  id: string;
  name: { zh: string; en: string };
  count: number;
}

/** How many tasks each person would get, the most first. */
function sharesOf({ tasks }: Outlook): Share[] {
  const shares = new Map<string, Share>();
  for (const person of tasks.flatMap(({ to }) => to.slice(0, 1))) {
    const share = shares.get(person.id) ?? { ...person, count: 0 };
    shares.set(person.id, { ...share, count: share.count + 1 });
  }
  return [...shares.values()].sort((left, right) => right.count - left.count);
}

/** Where each open task goes, before anything is pressed. */
export function TaskOutlook({ outlook, wrong, loading }: { outlook: Outlook | undefined; wrong: boolean; loading: boolean }) {
  const { t } = useTranslation('absence');
  if (!outlook)
    return (
      <>
        <h2>{t('tasksTitle')}</h2>
        <p className="hint">{t(wrong ? 'tasksWrong' : loading ? 'tasksLoading' : 'tasksHint')}</p>
      </>
    );
  const all = outlook.moving + outlook.waiting;
  if (all === 0)
    return (
      <>
        <h2>{t('tasksTitle')}</h2>
        <p className="hint">{t('tasksNone')}</p>
      </>
    );
  return (
    <>
      <h2>{t('tasksCount', { count: all })}</h2>
      <Shares outlook={outlook} />
      <Tasks outlook={outlook} />
    </>
  );
}

function Shares({ outlook }: { outlook: Outlook }) {
  const { t } = useTranslation('absence');
  const words = useWords();
  const shares = sharesOf(outlook);
  const all = outlook.moving + outlook.waiting;
  const part = (count: number) => ({ flexGrow: count / all, flexBasis: 0 });
  return (
    <>
      <div className={styles.bar} aria-hidden>
        {shares.map(({ id, count }) => (
          <span key={id} style={part(count)} className={styles.moves} />
        ))}
        {outlook.waiting > 0 ? <span style={part(outlook.waiting)} className={styles.stays} /> : null}
      </div>
      <ul className={styles.shares}>
        {shares.map(({ id, name, count }) => (
          <li key={id}>
            <b>{count}</b> {words(name)}
          </li>
        ))}
        {outlook.waiting > 0 ? (
          <li>
            <b>{outlook.waiting}</b> {t('waits')}
          </li>
        ) : null}
      </ul>
    </>
  );
}

function Tasks({ outlook }: { outlook: Outlook }) {
  const { t } = useTranslation('absence');
  const words = useWords();
  const [all, setAll] = useState(false);
  const more = outlook.moving + outlook.waiting - SHOWN;
  const unnamed = outlook.moving + outlook.waiting - outlook.tasks.length;
  return (
    <>
      <ul className={styles.tasks}>
        {outlook.tasks.slice(0, all ? undefined : SHOWN).map(({ request, number, step, title, to, due }) => {
          const [first] = to;
          return (
            <li key={`${request} ${words(step)}`}>
              {first ? <Avatar person={first} /> : <span className={styles.nobody} aria-hidden />}
              <span className={styles.task}>
                <Link to="/requests/$id" params={{ id: request }}>
                  {title ? words(title) : words(step)}
                </Link>
                <span className="hint">
                  {first ? t('goesTo', { name: words(first.name) }) : t('waits')} · {words(step)}
                  {number === null ? '' : ` · ${number}`}
                </span>
              </span>
              {due ? (
                <span className="hint">
                  <Moment at={due} />
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
      {more > 0 && !all ? <PlainButton onClick={() => setAll(true)}>{t('moreTasks', { count: more })}</PlainButton> : null}
      {all && unnamed > 0 ? <p className="hint">{t('moreTasks', { count: unnamed })}</p> : null}
    </>
  );
}
