import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dayText } from '../../shared/format/moment';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { Avatar } from '../../shared/kit/avatar';
import { Chip } from '../../shared/kit/chip';
import { Moment } from '../../shared/kit/moment';
import { RowBones } from '../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../shared/kit/waiting/states';
import { useMe } from '../../shared/state/session';
import { MergedDuties } from './change-effect';
import { ImpactSection } from './impact-section';
import styles from './people-page.module.css';
import { usePerson, usePersonDesk, useWaiting, type Person, type StandIn } from './people-query';
import { SignsList } from './signs-list';

/** Today's posts, the chief one first, and the vacant ones whose place they take. */
function Posts({ posts }: Pick<Person, 'posts'>) {
  const { t } = useTranslation('people');
  const language = useLanguage();
  const words = useWords();
  return (
    <section>
      <h3>{t('posts')}</h3>
      {posts.length === 0 ? <p className={styles.hint}>{t('noPosts')}</p> : null}
      <ul className={styles.lines}>
        {posts.map(({ id, title, unit, primary, substituteUntil }) => (
          <li key={id}>
            <span>
              {words(title)} {primary && posts.length > 1 ? <Chip tone="plain">{t('primary')}</Chip> : null}
              {substituteUntil === null ? null : (
                <Chip tone="amber">{t('substitutes', { day: dayText(new Date(`${substituteUntil}T00:00`), language, new Date()) })}</Chip>
              )}
            </span>
            <span className={styles.faint}>{words(unit)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What waits for them, of what the reader tracks, and the way to it. */
export function Waiting({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const words = useWords();
  const tracks = useMe().desks.includes('track');
  const found = useWaiting(person.id, tracks);
  if (!found) return null;
  const { waiting, overdue } = found;
  return (
    <section>
      <h3>{t('waiting')}</h3>
      {waiting === 0 ? (
        <p className={styles.hint}>{t('nothingWaits', { name: words(person.name) })}</p>
      ) : (
        <p className={styles.line}>
          <Link to="/track" search={{ waits: person.id }}>
            {t('waitingCount', { count: waiting })}
          </Link>
          {overdue > 0 ? <Chip tone="cinnabar">{t('overdueCount', { count: overdue })}</Chip> : null}
        </p>
      )}
    </section>
  );
}

function StandInLine({ one, word, tone }: { one: StandIn; word: string; tone: 'amber' | 'plain' }) {
  const { t } = useTranslation('people');
  const words = useWords();
  return (
    <li>
      <span>
        <Chip tone={tone}>{word}</Chip>{' '}
        <Link to="/people" search={(before) => ({ ...before, person: one.person.id })}>
          {words(one.person.name)}
        </Link>
      </span>
      <span className={styles.faint}>
        {t('until')} <Moment at={one.until} />
      </span>
    </li>
  );
}

/** For whom they stand in today, and who does for them; only where the reader may know. */
export function StandIns({ standIns, standsInFor }: Pick<Person, 'standIns' | 'standsInFor'>) {
  const { t } = useTranslation('people');
  if (standIns === null || standsInFor === null) return null;
  return (
    <section>
      <h3>{t('standIns')}</h3>
      {standIns.length + standsInFor.length === 0 ? <p className={styles.hint}>{t('noStandIns')}</p> : null}
      <ul className={styles.lines}>
        {standsInFor.map((one) => (
          <StandInLine key={`for ${one.person.id} ${one.until}`} one={one} word={t('standsInFor')} tone="amber" />
        ))}
        {standIns.map((one) => (
          <StandInLine key={`by ${one.person.id} ${one.until}`} one={one} word={t('awayBy')} tone="plain" />
        ))}
      </ul>
    </section>
  );
}

/** One person: their posts, what waits for them, whom they stand in for. */
export function PersonPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['people', 'organisation']);
  const words = useWords();
  const { data: person, error, refetch } = usePerson(id);
  const desk = usePersonDesk(id).data;
  return (
    <aside className={styles.panel} aria-label={t('person')}>
      <button type="button" className={`plain finger ${styles.close}`} aria-label={t('close')} onClick={onClose}>
        <X size={18} aria-hidden />
      </button>
      {person ? (
        <>
          <header className={styles.who}>
            <Avatar person={person} large />
            <div>
              <h2>
                {words(person.name)} {person.active ? null : <Chip tone="amber">{t('left')}</Chip>}
              </h2>
              <p className={styles.hint}>
                {[person.title, person.unit].flatMap((text) => (text === null ? [] : [words(text)])).join(' · ') || t('noPosts')}
              </p>
              {person.email === null ? null : <a href={`mailto:${person.email}`}>{person.email}</a>}
            </div>
          </header>
          <Link to="/people/$id" params={{ id }} className="finger">
            {t('organisation:wholePage')}
          </Link>
          <Posts posts={person.posts} />
          {desk ? <MergedDuties duties={desk.duties ?? []} /> : null}
          {desk?.authority ? <SignsList authority={desk.authority} most={6} /> : null}
          <Waiting person={person} />
          <StandIns standIns={person.standIns} standsInFor={person.standsInFor} />
          {person.active ? <ImpactSection id={id} /> : null}
        </>
      ) : error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : (
        <RowBones rows={4} />
      )}
    </aside>
  );
}
