import { useTranslation } from 'react-i18next';
import { calendarDayText, dueText, momentText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { useMe } from '../../../shared/state/session';
import type { ItemView, ListView } from './list-words';

/** Texts about a list and its items, in the reader's language. */
export function useListWords(list: ListView) {
  const { t } = useTranslation('list');
  const words = useWords();
  const language = useLanguage();
  const me = useMe().person.id;
  const titles = (ids: readonly string[]): string =>
    list.items.flatMap((item) => (ids.includes(item.id) ? [words(item.title)] : [])).join(t('joiner'));
  const dayOf = (day: string): string => calendarDayText(day, language);
  return {
    t,
    words,
    titles,
    name: (person: ItemView['words'][number]['by']): string => words(person.name),
    moment: (iso: string): string => momentText(iso, language),
    isMe: (person: { id: string }): boolean => person.id === me,
    due: ({ due, state }: ItemView): string | null => {
      if (due === null) return null;
      const { daysLeft, at, moment, late } = due;
      if (late && moment !== null) return dueText(moment, language).text;
      if (late && daysLeft < 0) return t('dueLate', { count: -daysLeft });
      if (late) return t('dueLateToday', { at: at ?? '' });
      if (state === 'open' && daysLeft === 0) return at ? t('dueTodayAt', { at }) : t('dueToday');
      return at ? t('dueInAt', { day: dayOf(due.day), at }) : t('dueIn', { day: dayOf(due.day) });
    },
    offset: ({ due }: ItemView): string | null => {
      if (due === null || due.offset === null) return null;
      if (due.offset === 0) return due.at ?? t('offsetToday');
      return t('offset', { days: due.offset > 0 ? `+${due.offset}` : `−${-due.offset}` });
    },
    /** Who is to do it, and who did. */
    who: (item: ItemView): string => {
      if (item.state !== 'open')
        return doneBy(item)
          .map(({ by, at }) => t('doneBy', { name: words(by.name), at: momentText(at, language) }))
          .join(t('joiner'));
      const others = othersOf(item, me);
      if (others !== null) return t('youAnd', { names: [...new Set(others.map((person) => words(person.name)))].join(t('joiner')) });
      return signersOf(item, ({ id, name }) => (id === me ? t('yours') : words(name))).join(t('joiner'));
    },
  };
}

/** Who is to sign, seat by seat; of several for one seat, all of them. */
const signersOf = ({ signers }: ItemView, called: (person: ItemView['words'][number]['by']) => string): string[] =>
  signers.map(({ people }) => people.map(called).join(' / '));

const doneBy = ({ waived, words }: ItemView): ItemView['words'] => (waived ? [waived] : words);

/** Whoever signs beside the reader; null where nobody does, or the reader is not among them. */
function othersOf({ signers }: ItemView, me: string) {
  const others = signers.flatMap(({ people }) => (people.some(({ id }) => id === me) ? [] : people));
  const all = signers.flatMap(({ people }) => people);
  return signers.length > 1 && others.length > 0 && others.length < all.length ? others : null;
}
