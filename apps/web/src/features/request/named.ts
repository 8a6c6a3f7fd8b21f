import { useTranslation } from 'react-i18next';
import type { PersonRef } from '../../shared/api/wire';
import { useWords } from '../../shared/i18n/use-language';

/** How people are named where there is room for a name or two: 张伟、刘畅, 张伟和另外 2 人. */
export function useNamed(): (people: readonly PersonRef[]) => string {
  const { t } = useTranslation('request');
  const words = useWords();
  return (people) => {
    const names = people.map(({ name }) => words(name));
    return names.length <= 2 ? names.join(t('joiner')) : t('severalPeople', { name: names[0] ?? '', others: names.length - 1 });
  };
}
