import type { Candidate } from '../people/derivation';
import type { Bilingual } from '../text/bilingual';
import { removalText } from './removal-text';
import { personName, type SentenceContext } from './sentence-context';

/** Whose superior somebody is who is asked in that one's place: （张伟的上级） / (above Zhang Wei); nothing of whoever a rule points at. Pure. */
export function superiorText({ superiorOf }: Candidate, context: SentenceContext): Bilingual {
  if (superiorOf === undefined) return { zh: '', en: '' };
  const whom = personName(context, superiorOf);
  return { zh: `（${whom.zh}的上级）`, en: ` (above ${whom.en})` };
}

/** Why the superior of somebody is asked: 张伟已处理「审核」，由其上级处理 / Zhang Wei decided “Review”, so a superior is asked. Pure. */
export function whySuperior(found: readonly Candidate[], chosen: Candidate, context: SentenceContext): Bilingual | null {
  const passed = found.find(({ person, removed }) => removed !== null && person !== null && person === chosen.superiorOf);
  const why = passed && removalText(passed, context);
  if (!why) return null;
  const whom = personName(context, chosen.superiorOf);
  return { zh: `${whom.zh}${why.zh}，由其上级处理`, en: `${whom.en} ${why.en}, so a superior is asked` };
}
