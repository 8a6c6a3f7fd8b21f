import { Link } from '@tanstack/react-router';
import { UserCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDayText } from '../../shared/format/moment';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { useRovingFocus } from '../../shared/keyboard/use-roving-focus';
import { Avatar } from '../../shared/kit/avatar';
import { Chip } from '../../shared/kit/chip';
import { PagedRows } from '../../shared/kit/waiting/paged-rows';
import { EmptyState } from '../../shared/kit/waiting/states';
import { ADMINISTRATION, useAdministration } from '../../shared/state/administration';
import { ChangeCard } from './change-card';
import styles from './people-page.module.css';
import { useVacancies, type Vacancy } from './people-query';
import type { PeopleSearch } from './people-search';

/** Who takes its place, and until when; who is to hold it next. */
function Substitute({ post, search }: { post: Vacancy; search: PeopleSearch }) {
  const { t } = useTranslation('people');
  const words = useWords();
  const language = useLanguage();
  const { substitute, substituteUntil, next, nextFrom } = post;
  return (
    <>
      {substitute ? (
        <Link to="/people" search={{ ...search, person: substitute.id }} className={`finger ${styles.instead}`}>
          <Avatar person={substitute} />
          {words(substitute.name)}
        </Link>
      ) : (
        <span className={styles.faint}>{t('nobodyInstead')}</span>
      )}
      {substitute && substituteUntil ? (
        <span className={styles.faint}> {t('insteadUntil', { day: calendarDayText(substituteUntil, language) })}</span>
      ) : null}
      {next && nextFrom ? (
        <Chip tone="amber">{t('nextHolder', { name: words(next.name), day: calendarDayText(nextFrom, language) })}</Chip>
      ) : null}
    </>
  );
}

/** What the vacancy does: requests that it has stopped come first. */
function Effect({ post: { waits, processes } }: { post: Vacancy }) {
  const { t } = useTranslation('people');
  const asked = processes > 0 ? t('askedBy', { count: processes }) : t('askedByNone');
  return (
    <>
      {waits && waits.stuck > 0 ? <Chip tone="cinnabar">{t('vacancyStuck', { count: waits.stuck })}</Chip> : null}
      {waits && waits.acted > 0 ? <Chip tone="teal">{t('vacancyActed', { count: waits.acted })}</Chip> : null}
      <span className={styles.faint}>{asked}</span>
    </>
  );
}

function VacancyRow({ post, search, fills }: { post: Vacancy; search: PeopleSearch; fills: boolean }) {
  const { t } = useTranslation(['people', 'organisation']);
  const [asked, setAsked] = useState<'give' | 'substitute' | null>(null);
  const words = useWords();
  const language = useLanguage();
  return (
    <tr data-roving>
      <td>
        <span className={styles.name}>
          <span className={styles.hollow} aria-hidden />
          <span>
            {words(post.title)}
            {post.since ? <small className={styles.since}>{t('vacantSince', { day: calendarDayText(post.since, language) })}</small> : null}
          </span>
        </span>
      </td>
      <td>{words(post.unit)}</td>
      <td>
        <Substitute post={post} search={search} />
      </td>
      <td>
        <span className={styles.effect}>
          <Effect post={post} />
        </span>
        {fills ? (
          <span className={styles.effect}>
            {(['give', 'substitute'] as const).map((kind) => (
              <button key={kind} type="button" className={`plain finger ${styles.fill}`} onClick={() => setAsked(kind)}>
                {t(`organisation:${kind}`)}
              </button>
            ))}
          </span>
        ) : null}
        {asked ? (
          <ChangeCard
            key={asked}
            asked={{ kind: asked, post: post.id }}
            title={`${t(`organisation:${asked}`)} · ${words(post.title)}`}
            onDone={() => setAsked(null)}
          />
        ) : null}
      </td>
    </tr>
  );
}

/** Posts without a holder: where, who does it meanwhile, and what that means for requests. */
export function VacancyList({ search }: { search: PeopleSearch }) {
  const { t } = useTranslation('people');
  const query = useVacancies(search);
  const roving = useRovingFocus<HTMLTableSectionElement>();
  const fills = useAdministration().some(({ to }) => to === ADMINISTRATION.directory.to);
  const [first] = query.data?.pages ?? [];
  const none = <EmptyState icon={<UserCheck size={28} />} title={t('noVacancies')} hint={t('noVacanciesHint')} />;
  return (
    <PagedRows query={query} bones={4} empty={none}>
      {(posts) => (
        <>
          <p className={styles.summary}>
            {t('vacancySummary', { count: first?.vacant ?? 0 })} · {t('vacancySubstituted', { count: first?.substituted ?? 0 })}
            {fills ? (
              <>
                {' · '}
                <Link to={ADMINISTRATION.directory.to} className="finger">
                  {t('fillVacancies')}
                </Link>
              </>
            ) : null}
          </p>
          <div className={`card ${styles.frame}`}>
            <table className={`${styles.table} ${styles.vacancies}`} aria-label={t('vacancies')}>
              <thead>
                <tr>
                  <th scope="col">{t('colPost')}</th>
                  <th scope="col">{t('colUnit')}</th>
                  <th scope="col">{t('colInstead')}</th>
                  <th scope="col">{t('colEffect')}</th>
                </tr>
              </thead>
              <tbody {...roving}>
                {posts.map((post) => (
                  <VacancyRow key={post.id} post={post} search={search} fills={fills} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </PagedRows>
  );
}
