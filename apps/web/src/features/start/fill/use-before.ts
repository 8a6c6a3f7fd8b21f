import { fieldFromWire, isBlank, isDerived, ownValue, sameJson, wordValue, type Field, type Json } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import type { WireForm } from '../../../shared/form';
import { useLanguage } from '../../../shared/i18n/use-language';

const noNames = { people: {}, units: {}, requests: {}, roles: {} };
/** Worded by names that only the server knows, or too long for a line: the mark alone says that it changed. */
const unworded: ReadonlySet<Field['type']> = new Set<Field['type']>(['person', 'people', 'unit', 'request', 'table', 'files', 'long-text']);

/** What a field said in the last round, where it says something else now; null where nothing changed or there was no round. */
export function useBefore(lastRound: Record<string, unknown> | null, now: WireForm): (field: Field) => string | null {
  const { t } = useTranslation('form');
  const language = useLanguage();
  return (field) => {
    if (lastRound === null || isDerived(field)) return null;
    const before = ownValue(lastRound, field.key) as Json | undefined;
    if (sameJson(before, ownValue(now, field.key))) return null;
    if (before === undefined || isBlank(before)) return t('empty');
    if (unworded.has(field.type)) return '';
    const read = fieldFromWire(field, before);
    return 'value' in read ? wordValue(field, read.value, noNames, language) : '';
  };
}
