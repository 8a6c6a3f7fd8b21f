import { useTranslation } from 'react-i18next';
import type { PersonRef } from '../api/wire';
import { useWords } from '../i18n/use-language';

/** How people are named where there is room for a name or two: 张伟、刘畅, 张伟和另外 2 人. */
export function useNamed(): (people: readonly Pick<PersonRef, 'name'>[]) => string {
  const { t } = useTranslation('kit');
  const words = useWords();
  return (people) => {
    const names = people.map(({ name }) => words(name));
    return names.length <= 2 ? names.join(t('joiner')) : t('severalPeople', { name: names[0] ?? '', others: names.length - 1 });
  };
}
