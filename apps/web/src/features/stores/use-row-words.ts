import type { Bilingual } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/i18n/use-language';
import type { PlanItem, PlanRow } from './openings/plan';

/** Texts about the items of a plan, in the reader's language. */
export function useRowWords() {
  const { t } = useTranslation('stores');
  const words = useWords();
  const joined = (texts: readonly Bilingual[]): string => [...new Set(texts.map(words))].join(t('joiner'));
  const named = (people: readonly { name: Bilingual }[]): string => joined(people.map(({ name }) => name));
  /** Whose word it still waits for. */
  const owners = ({ signers, words: said }: PlanItem): string => {
    const signed = new Set(said.map(({ by }) => by.id));
    return named(signers.filter(({ people }) => !people.some(({ id }) => signed.has(id))).flatMap(({ people }) => people));
  };
  const lateDays = ({ due }: PlanItem): number => Math.max(0, -(due?.daysLeft ?? 0));
  return {
    t,
    joined,
    owners,
    lateDays,
    /** What is to be said of an item beside its bar. */
    about: ({ item, state, waits, holds }: PlanRow): string => {
      if (state === 'waived') return t('itemWaived', { names: named(item.waived ? [item.waived.by] : []) });
      if (state === 'done') return t('itemDone', { names: named(item.words.map(({ by }) => by)) });
      const names = owners(item);
      if (state === 'late')
        return `${t('itemLate', { names, count: lateDays(item) })}${holds.length > 0 ? t('itemHolds', { titles: joined(holds) }) : ''}`;
      if (item.words.length > 0) return t('itemSigned', { signed: named(item.words.map(({ by }) => by)), names });
      return waits.length > 0 ? t('itemWaits', { names, titles: joined(waits) }) : names;
    },
  };
}
