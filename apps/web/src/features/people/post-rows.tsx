import { useTranslation } from 'react-i18next';
import type { Grade } from '@countersign/domain';
import { calendarDayText } from '../../shared/format/moment';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { useRovingFocus } from '../../shared/keyboard/use-roving-focus';
import { Avatar } from '../../shared/kit/avatar';
import { Chip } from '../../shared/kit/chip';
import { PagedRows } from '../../shared/kit/waiting/paged-rows';
import { EmptyState } from '../../shared/kit/waiting/states';
import styles from './people-page.module.css';
import { usePosts, type DeskPost } from './people-query';
import type { PeopleSearch } from './people-search';

interface RowsProps {
  search: PeopleSearch;
  onChange: (change: Partial<PeopleSearch>) => void;
}

/** From when until when, as far as it is known. */
function Validity({ post: { state, validFrom, validTo } }: { post: DeskPost }) {
  const { t } = useTranslation('organisation');
  const language = useLanguage();
  const day = (at: string): string => calendarDayText(at, language);
  return (
    <span className={styles.effect}>
      {validFrom && (state === 'held' || state === 'over') ? (
        <span className={styles.faint}>{t('since', { day: day(validFrom) })}</span>
      ) : null}
      {state === 'coming' && validFrom ? <Chip tone="amber">{t('coming', { day: day(validFrom) })}</Chip> : null}
      {validTo ? <Chip tone={state === 'over' ? 'cinnabar' : 'plain'}>{t('until', { day: day(validTo) })}</Chip> : null}
    </span>
  );
}

function Holder({ post, search, onChange }: { post: DeskPost } & RowsProps) {
  const { t } = useTranslation('organisation');
  const words = useWords();
  const { person, state, substitute, id } = post;
  const empty = state === 'vacant' || (state === 'over' && id !== null);
  if (empty || person === null)
    return (
      <span className={styles.vacant}>
        <span className={styles.hollow} aria-hidden />
        {t('vacant')}
        {substitute ? <span className={styles.faint}>{t('standsIn', { name: words(substitute.name) })}</span> : null}
      </span>
    );
  return (
    <button
      type="button"
      className={`plain ${styles.name}`}
      aria-pressed={person.id === search.person}
      onClick={() => onChange({ person: person.id })}
    >
      <Avatar person={person} />
      {words(person.name)}
    </button>
  );
}

/** Posts with who holds them: vacant ones in their place, people without a post at the end of their letter. */
export function PostRows({ search, onChange }: RowsProps) {
  const { t } = useTranslation(['people', 'organisation']);
  const words = useWords();
  const roving = useRovingFocus<HTMLTableSectionElement>();
  return (
    <PagedRows query={usePosts(search)} bones={8} empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}>
      {(posts) => (
        <div className={`card ${styles.frame}`}>
          <table className={`${styles.table} ${styles.posts}`} aria-label={t('people')}>
            <thead>
              <tr>
                <th scope="col">{t('colPerson')}</th>
                <th scope="col">{t('colPost')}</th>
                <th scope="col">{t('colUnit')}</th>
                <th scope="col">{t('organisation:colGrade')}</th>
                <th scope="col">{t('organisation:colValid')}</th>
              </tr>
            </thead>
            <tbody {...roving}>
              {posts.map((post) => (
                <tr key={post.id ?? post.person?.id} data-on={post.person !== null && post.person.id === search.person} data-roving>
                  <td>
                    <Holder post={post} search={search} onChange={onChange} />
                  </td>
                  <td>{post.title ? words(post.title) : t('organisation:noPost')}</td>
                  <td>{post.unit ? words(post.unit) : '—'}</td>
                  <td>{post.grade ? t(`organisation:grade-${post.grade as Grade}`) : '—'}</td>
                  <td>
                    <Validity post={post} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </PagedRows>
  );
}
