import { ownValue, type Bilingual } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import styles from './avatar.module.css';

/** The family name in Chinese, initials in English. */
export function initialsOf(name: Bilingual, english: boolean): string {
  if (!english) return [...name.zh][0] ?? '';
  const words = name.en.trim().split(/\s+/);
  return words
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');
}

const toneOf = (id: string): number => [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % 5;

/** A person as a coloured disc; always the same colour for the same person. Decorative: the name stands beside it. */
export function Avatar({ person, large = false }: { person: { id: string; name: Bilingual }; large?: boolean }) {
  const { i18n } = useTranslation();
  const classes = [styles.avatar, ownValue(styles, `tone${toneOf(person.id)}`), large ? styles.large : ''];
  return (
    <span className={classes.join(' ')} aria-hidden>
      {initialsOf(person.name, i18n.language === 'en')}
    </span>
  );
}
