import { useTranslation } from 'react-i18next';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { Avatar } from '../../shared/kit/avatar';
import { Chip } from '../../shared/kit/chip';
import { minutesText } from './minutes-text';
import { useTrackedPerson } from './track-queries';
import styles from './track-page.module.css';

/** What waits for one person, as a finding. */
export function PersonHead({ id }: { id: string }) {
  const { t } = useTranslation('track');
  const words = useWords();
  const language = useLanguage();
  const found = useTrackedPerson(id).data;
  if (!found) return null;
  const { person, left, waiting, overdue, longestMinutes, medianMinutes } = found;
  const name = words(person.name);
  const finding =
    waiting === 0
      ? t('personNothing', { name })
      : [
          t('person', { count: waiting, name }),
          overdue > 0 ? t('personLate', { count: overdue }) : '',
          longestMinutes === null ? '' : t('personLongest', { span: minutesText(longestMinutes, language) }),
        ].join('');
  const hints = [
    person.title ? words(person.title) : '',
    medianMinutes === null ? '' : t('personMedian', { span: minutesText(medianMinutes, language) }),
  ];
  return (
    <header className={styles.person}>
      <Avatar person={person} large />
      <div>
        <h2>{finding}</h2>
        <p className={styles.hint}>
          {hints.filter(Boolean).join(' · ')} {left ? <Chip tone="amber">{t('personLeft')}</Chip> : null}
        </p>
      </div>
    </header>
  );
}
