import type { HumanStep } from '../../definition/step.schema';
import type { CountersignStep } from '../../definition/steps/countersign.step';
import type { Bilingual } from '../../text/bilingual';

/** A step that several people sign, as it counts their words; null for one whose first word settles it. Pure. */
export function countersignOf(step: HumanStep | undefined): CountersignStep | null {
  return step?.kind === 'countersign' ? step : null;
}

function enoughText({ rule, people, abstention }: CountersignStep): Bilingual {
  switch (rule.by) {
    case 'all':
      return { zh: '须全部同意', en: 'all have to agree' };
    case 'any':
      return { zh: '一人同意即可', en: 'one has to agree' };
    case 'in-order':
      return { zh: '依次同意', en: 'all agree one after the other' };
    case 'all-answer':
      return { zh: '全部表态，一人同意即可', en: 'everybody answers, and one has to agree' };
    case 'number':
      return { zh: `须 ${rule.of} 人同意`, en: `${rule.of} have to agree` };
    case 'share':
      return abstention === 'lowers'
        ? { zh: `同意须达表态人数的 ${rule.percent}%`, en: `${rule.percent}% of those who vote have to agree` }
        : { zh: `同意须达应签人数的 ${rule.percent}%`, en: `${rule.percent}% of all have to agree` };
    case 'weight':
      return { zh: `同意须满 ${rule.atLeast} 票`, en: `${rule.atLeast} votes have to agree` };
    case 'per-group':
      return people.some(({ needs = 1 }) => needs > 1)
        ? {
            zh: `各方分别须 ${people.map(({ needs = 1 }) => needs).join('、')} 人同意`,
            en: `of the groups, ${people.map(({ needs = 1 }) => needs).join(', ')} have to agree`,
          }
        : { zh: '各方须各有一人同意', en: 'one of each group has to agree' };
  }
}

/** How a countersign counts, as part of a sentence: 须 2 人同意，一人反对即驳回 / 2 have to agree, one against rejects it. Pure. */
export function countingText(step: CountersignStep): Bilingual {
  const enough = enoughText(step);
  if (!step.mayReject) return enough;
  return step.rejection === 'veto'
    ? { zh: `${enough.zh}，一人反对即驳回`, en: `${enough.en}, one against rejects it` }
    : { zh: `${enough.zh}，过半反对才驳回`, en: `${enough.en}, more than half against reject it` };
}
