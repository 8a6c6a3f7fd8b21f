import type { Grade } from '@countersign/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDayText } from '../../shared/format/moment';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { Chip } from '../../shared/kit/chip';
import { ChangeCard, type Asked } from './change-card';
import type { OwnPost, PersonDesk } from './people-query';
import styles from './person-page.module.css';

interface PostProps {
  post: OwnPost;
  /** Whoever reads it may change it; else why not. */
  changes: boolean;
  why: string;
}

function Post({ post, changes, why }: PostProps) {
  const { t } = useTranslation(['organisation', 'people']);
  const words = useWords();
  const language = useLanguage();
  const [asked, setAsked] = useState<{ title: string; of: Asked } | null>(null);
  const { id, title, unit, roleTitle, grade, primary, state, covers, superior, superiorPost, validFrom, validTo, role } = post;
  const day = (at: string): string => calendarDayText(at, language);
  const valid = [validFrom ? t('since', { day: day(validFrom) }) : '', validTo ? t('until', { day: day(validTo) }) : ''].filter(Boolean);
  const presses: { text: 'end' | 'reopen' | 'moveSuperior' | 'changeRole'; of: Asked }[] = [
    validTo === null ? { text: 'end', of: { kind: 'end', post: id } } : { text: 'reopen', of: { kind: 'end', post: id, open: true } },
    { text: 'moveSuperior', of: { kind: 'superior', post: id } },
    { text: 'changeRole', of: { kind: 'role', post: id, role, grade: grade as Grade } },
  ];
  return (
    <li className={styles.post} data-over={state === 'over' || state === 'vacant'}>
      <div className={styles.postHead}>
        <b>{words(title)}</b>
        <span>{words(unit)}</span>
        {primary && state === 'held' ? <Chip tone="plain">{t('people:primary')}</Chip> : null}
        {state === 'coming' && validFrom ? <Chip tone="amber">{t('coming', { day: day(validFrom) })}</Chip> : null}
        {state === 'over' ? <Chip tone="plain">{t('over')}</Chip> : null}
        <span className={styles.valid}>{valid.join(' ') || t('open')}</span>
      </div>
      <p className={styles.hint}>
        {[
          words(roleTitle),
          t(`grade-${grade as Grade}`),
          superiorPost ? `${t('superior')} ${superior ? words(superior.name) : t('vacant')} · ${words(superiorPost)}` : t('noSuperior'),
          covers.length > 0 ? t('covers', { units: covers.map(words).join(language === 'zh' ? '、' : ', ') }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {state === 'over' ? null : changes ? (
        <div className={styles.presses}>
          {presses.map(({ text, of }) => (
            <button
              key={text}
              type="button"
              className={`plain ${styles.press}`}
              onClick={() => setAsked({ title: `${t(text)} · ${words(title)}`, of })}
            >
              {t(text)}
            </button>
          ))}
        </div>
      ) : why === '' ? null : (
        <p className={styles.hint}>{why}</p>
      )}
      {asked ? <ChangeCard key={asked.title} asked={asked.of} title={asked.title} onDone={() => setAsked(null)} /> : null}
    </li>
  );
}

/** Every post of somebody, those of today first, each with what may be changed of it. */
export function OwnPosts({ posts, changes, why }: Pick<PersonDesk, 'posts'> & Omit<PostProps, 'post'>) {
  const { t } = useTranslation(['organisation', 'people']);
  return (
    <section>
      <h3>{t('history')}</h3>
      {posts.length === 0 ? <p className={styles.hint}>{t('people:noPosts')}</p> : null}
      <ul>
        {posts.map((post) => (
          <Post key={post.id} post={post} changes={changes} why={why} />
        ))}
      </ul>
    </section>
  );
}
