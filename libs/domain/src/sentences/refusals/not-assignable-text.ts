import type { Definition } from '../../definition/definition.schema';
import { isMoney } from '../../money/money';
import type { Bilingual, Json } from '../../text/bilingual';
import type { Names } from '../../wording/names';
import { removalOf, removalText } from '../people/removal-text';
import { personName, stepTitle } from '../sentence-context';

interface RefusalCase {
  params: Record<string, Json>;
  names: Names;
  definition: Definition | null;
}

const ANY_REASON: Bilingual = {
  zh: '此人不能处理这一步：可能已停用、是申请人或受益人、已处理过须由不同人处理的步骤，或没有此项审批权',
  en: 'This person cannot decide this step: they may no longer be active, be the requester or the beneficiary, have decided a step that needs somebody else, or lack the authority',
};

/** Why it cannot be this person: what the search for people passed them over for; else everything that it may be. Pure. */
export function notAssignable({ params, names, definition }: RefusalCase): Bilingual {
  const removed = removalOf(params.removed);
  if (removed === null || definition === null) return ANY_REASON;
  const limit = isMoney(params.limit) || params.limit === 'no-limit' ? params.limit : null;
  const context = { definition, names };
  const why = removalText({ person: String(params.person), positionId: null, role: null, limit, removed }, context);
  if (why === null) return ANY_REASON;
  const [name, step] = [personName(context, String(params.person)), stepTitle(context, String(params.step))];
  return { zh: `${name.zh}不能处理「${step.zh}」：${why.zh}`, en: `${name.en} cannot handle “${step.en}”: ${why.en}` };
}
