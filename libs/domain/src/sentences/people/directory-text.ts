import type { DirectoryCause } from '../../request/command';
import type { TransitionEvent } from '../../request/transition';
import type { Bilingual } from '../../text/bilingual';
import { wordList } from '../../wording/names';
import { personName, stepTitle, type SentenceContext } from '../sentence-context';

/** What a change of the directory did to one step: whose tasks it closed, and who was asked instead. */
export interface ReseatedStep {
  step: string;
  from: string[];
  to: string[];
}

/** The steps whose people a change of the directory changed, in the order of its events. Pure. */
export function reseatedSteps(events: readonly TransitionEvent[]): ReseatedStep[] {
  const steps = new Map<string, ReseatedStep>();
  for (const event of events) {
    if (event.type !== 'task.closed' && event.type !== 'task.opened') continue;
    const at = steps.get(event.step) ?? { step: event.step, from: [], to: [] };
    steps.set(event.step, at);
    (event.type === 'task.closed' ? at.from : at.to).push(event.person);
  }
  return [...steps.values()].map(({ step, from, to }) => ({
    step,
    from: from.filter((person) => !to.includes(person)),
    to: to.filter((person) => !from.includes(person)),
  }));
}

/** Why a step asks other people than before: “The directory changed: “Review” moved from Zhang Wei to He Jun”. Pure. */
export function reseatedText({ step, from, to }: ReseatedStep, { change }: DirectoryCause, context: SentenceContext): Bilingual {
  const title = stepTitle(context, step);
  const names = (ids: string[]): Bilingual => {
    const people = ids.map((id) => personName(context, id));
    return {
      zh: wordList(
        people.map(({ zh }) => zh),
        'zh',
      ),
      en: wordList(
        people.map(({ en }) => en),
        'en',
      ),
    };
  };
  const why = WHY[change];
  const [before, after] = [names(from), names(to)];
  if (from.length === 0)
    return { zh: `${why.zh}，「${title.zh}」增加${after.zh}处理`, en: `${why.en}: “${title.en}” is now with ${after.en} as well` };
  if (to.length === 0)
    return { zh: `${why.zh}，「${title.zh}」不再由${before.zh}处理`, en: `${why.en}: “${title.en}” is no longer with ${before.en}` };
  return {
    zh: `${why.zh}，「${title.zh}」由${before.zh}改为${after.zh}处理`,
    en: `${why.en}: “${title.en}” moved from ${before.en} to ${after.en}`,
  };
}

const WHY: Record<DirectoryCause['change'], Bilingual> = {
  import: { zh: '组织有变动', en: 'The directory changed' },
  account: { zh: '有人员停用或恢复', en: 'Somebody left or came back' },
  grant: { zh: '审批授权有变动', en: 'Grants changed' },
  right: { zh: '管理权限有变动', en: 'Rights changed' },
  absence: { zh: '有人离岗或返岗', en: 'Somebody is away or back' },
  day: { zh: '任职或授权到了起止日期', en: 'A post or a grant began or ended' },
};
