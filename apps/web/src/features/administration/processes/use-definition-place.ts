import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { definitionPlaces, type DefinitionPlace } from './definition-place';

const PARTS = [
  'assignee',
  'fallback',
  'to',
  'title',
  'label',
  'guards',
  'fields',
  'when',
  'visible',
  'required',
  'sentence',
  'rowTitle',
  'facts',
  'start',
  'due',
  'params',
  'numberPrefix',
  'key',
  'version',
  'area',
] as const;
type Part = (typeof PARTS)[number];
const isPart = (word: string): word is Part => (PARTS as readonly string[]).includes(word);

/** Says where in a definition something is, as its author knows it: “第 1 步「上级」· 办理人”. */
export function useDefinitionPlace(definition: unknown): (path: string) => string {
  const { t } = useTranslation('administration');
  const words = useWords();
  const nameOf = ({ name }: DefinitionPlace): string => (name === null ? '' : typeof name === 'string' ? name : words(name));
  const restOf = (rest: string): string => {
    const [first = '', ...more] = rest.split('.');
    const within = more.map((word) => (/^\d+$/.test(word) ? t('at-other', { at: Number(word) + 1 }) : word));
    return isPart(first) ? [t(`part-${first}`), ...within].join(' ') : rest;
  };
  return (path) =>
    definitionPlaces(path, definition)
      .flatMap((place) => {
        const name = nameOf(place);
        const own = place.at === null ? '' : t(`at-${place.kind}`, { at: place.at }) + (name === '' ? '' : t('named', { name }));
        return [own, place.rest === '' ? '' : restOf(place.rest)];
      })
      .filter((word) => word !== '')
      .join(' · ');
}
