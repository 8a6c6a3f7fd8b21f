import type { Candidate, Derivation } from '../../people/derivation';
import type { Assignee } from '../../definition/assignee.schema';
import type { Bilingual } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';
import { lowerFirst } from '../../wording/names';
import { removalText } from './removal-text';
import { personName, type SentenceContext } from '../sentence-context';

type Tried = Derivation['rules'][number];

/** Whose superior somebody is who is asked in that one's place: （张伟的上级） / (above Zhang Wei); nothing of whoever a rule points at. Pure. */
export function superiorText({ superiorOf }: Candidate, context: SentenceContext): Bilingual {
  if (superiorOf === undefined) return { zh: '', en: '' };
  const whom = personName(context, superiorOf);
  return { zh: `（${whom.zh}的上级）`, en: ` (above ${whom.en})` };
}

/** Why the superior of somebody is asked: 张伟已处理「审核」，由其上级处理 / Zhang Wei decided “Review”, so a superior is asked. Pure. */
export function whySuperior({ rule, candidates }: Tried, chosen: Candidate, context: SentenceContext): Bilingual | null {
  const upLine = rule.by === 'superior' && rule.upTo === undefined;
  const passed =
    chosen.superiorOf === undefined
      ? upLine && candidates[candidates.indexOf(chosen) - 1]
      : candidates.find(({ person }) => person === chosen.superiorOf);
  if (!passed || passed.person === null || passed.removed === null) return null;
  const why = removalText(passed, context);
  if (!why) return null;
  const whom = personName(context, passed.person);
  return { zh: `${whom.zh}${why.zh}，由其上级处理`, en: `${whom.en} ${why.en}, so a superior is asked` };
}

/** Several superiors, each with a word of their own: 申请人的直属至三级上级 / The requester’s superiors from level 1 to 3. Pure. */
export function superiorsText(
  { level, upTo }: Pick<Extract<Assignee, { by: 'superior' }>, 'level'> & { upTo: number | { role: string } },
  whose: Bilingual,
  { names }: Pick<SentenceContext, 'names'>,
): Bilingual {
  if (typeof upTo === 'number')
    return {
      zh: `${whose.zh}第 ${level} 至 ${upTo} 级上级，各自处理`,
      en: `${whose.en} superiors of levels ${level} to ${upTo}, each of them`,
    };
  const role = ownValue(names.roles, upTo.role) ?? { zh: '指定岗位', en: 'required post' };
  return { zh: `${whose.zh}上级逐级至${role.zh}，各自处理`, en: `${whose.en} superiors up to the ${lowerFirst(role.en)}, each of them` };
}
