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
  'type',
  'options',
  'value',
  'id',
  'kind',
  'zh',
  'en',
  'roles',
  'role',
  'scope',
  'person',
  'by',
  'level',
  'of',
  'columns',
  'currency',
  'min',
  'max',
  'returns',
  'resume',
  'rule',
  'people',
  'items',
  'amount',
  'labels',
  'note',
  'cases',
  'lanes',
  'join',
  'otherwise',
  'steps',
  'form',
  'flow',
  'description',
  'parameters',
  'default',
  'submitChecks',
  'outcome',
  'write',
  'read',
  'hidden',
  'everyone',
] as const;
type Part = (typeof PARTS)[number];
const isPart = (word: string): word is Part => (PARTS as readonly string[]).includes(word);

/** Says where in a definition something is, as its author knows it: “第 1 步「上级」· 办理人”. */
export function useDefinitionPlace(definition: unknown): (path: string) => string {
  const { t } = useTranslation('administration');
  const words = useWords();
  const nameOf = ({ name }: DefinitionPlace): string => (name === null ? '' : typeof name === 'string' ? name : words(name));
  const restOf = (rest: string): string => {
    // What has no word of ours is said as it stands in the file.
    const within = rest
      .split('.')
      .map((word) => (/^\d+$/.test(word) ? t('at-other', { at: Number(word) + 1 }) : isPart(word) ? t(`part-${word}`) : `“${word}”`));
    return within.join(t('within'));
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
