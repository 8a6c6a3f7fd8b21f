import type { Definition, Language } from '@countersign/domain';
import type { DefinitionItem } from '../../../shared/api/wire';

export type Area = Definition['area'];

const order: readonly Area[] = [
  'finance',
  'research',
  'planning',
  'marketing',
  'store',
  'merchandise',
  'sales',
  'people',
  'engineering',
  'property',
  'service',
  'governance',
  'it',
];

const has = (text: string | null | undefined, words: string): boolean => text?.toLowerCase().includes(words) ?? false;

/** Whether a process answers to the words, in either language: people search in the one that they think in. */
export function answersTo({ title, description, code, key }: DefinitionItem, words: string): boolean {
  const wanted = words.trim().toLowerCase();
  return [title.zh, title.en, description?.zh, description?.en, code, key].some((text) => has(text, wanted));
}

/** Processes by area, areas in the house's order; inside an area those that one may start first, then by title. */
export function byArea(items: readonly DefinitionItem[], language: Language): { area: Area; items: DefinitionItem[] }[] {
  const collator = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en');
  const sorted = items.toSorted(
    (a, b) => Number(b.startable) - Number(a.startable) || collator.compare(a.title[language], b.title[language]),
  );
  return order.map((area) => ({ area, items: sorted.filter((item) => item.area === area) })).filter((group) => group.items.length > 0);
}
