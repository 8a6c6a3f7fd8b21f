import type { Anchor, Assignee } from '../../definition/assignee.schema';
import { rulesOf } from '../../definition/flow';
import { formatMoney } from '../../money/format-money';
import type { Derivation } from '../../people/derivation';
import type { Bilingual } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';
import { fieldLabel } from '../../wording/field-label';
import { inBoth, lowerFirst, wordList, type Names } from '../../wording/names';
import { humanStepOf, type SentenceContext } from '../sentence-context';
import { superiorsText } from './superior-text';

type Tried = Derivation['rules'][number];
type RuleOf<B extends Assignee['by']> = Extract<Assignee, { by: B }>;
type Words<B extends Assignee['by']> = (rule: RuleOf<B>, derivation: Derivation, context: SentenceContext) => Bilingual;

/** A role that nobody has ever held has no name that anybody would know. */
const UNHELD: Bilingual = { zh: '指定岗位', en: 'Required post' };
const LATE: Bilingual = { zh: '原处理人超时未办，转来处理', en: 'Handed on because it was overdue' };
const LEVELS = ['直属', '二级', '三级', '四级', '五级', '六级', '七级', '八级', '九级', '十级'];

const RULE_WORDS: { [B in Assignee['by']]: Words<B> } = {
  person: ({ person }, { step, given, late }, context) => {
    if (given) return late ? LATE : { zh: '由他人转来', en: 'Handed on by somebody' };
    const human = humanStepOf(context, step);
    const ruled = human === undefined || rulesOf(human).some((rule) => rule.by === 'person' && rule.person === person);
    return ruled ? { zh: '流程指定', en: 'Named by the process' } : { zh: '管理员指定', en: 'Assigned by an administrator' };
  },
  requester: () => ({ zh: '由申请人本人办理', en: 'Done by the requester' }),
  choice: (_rule, _derivation, { toRequester }) =>
    toRequester ? { zh: '由您选定', en: 'You choose' } : { zh: '申请人选定', en: 'Chosen by the requester' },
  field: ({ field }, _derivation, { definition }) => {
    const label = fieldLabel(definition, field);
    return { zh: `表单「${label.zh}」所填`, en: `Named in the form under “${label.en}”` };
  },
  role: ({ role, scope }, derivation, { names, unit }) => {
    const title = ownValue(names.roles, role) ?? UNHELD;
    if (scope === 'company') return { zh: `公司的${title.zh}`, en: `The company’s ${lowerFirst(title.en)}` };
    const place = placeServed(derivation, names) ?? (scope === 'requester' ? unit : null);
    return place
      ? { zh: `负责${place.zh}的${title.zh}`, en: `${title.en} in charge of ${place.en}` }
      : { zh: `负责该组织的${title.zh}`, en: `${title.en} in charge` };
  },
  superior: ({ level, of, upTo }, _derivation, context) => {
    if (upTo !== undefined) return superiorsText({ level, upTo }, whose(of, context), context);
    const rank = { zh: LEVELS[level - 1] ?? `${level} 级`, en: level === 1 ? 'direct superior' : `superior ${level} levels up` };
    if (of !== 'requester') return ofField(of.field, context, { zh: `${rank.zh}上级`, en: rank.en });
    if (context.toRequester) return { zh: `您的${rank.zh}上级`, en: `Your ${rank.en}` };
    return { zh: `申请人的${rank.zh}上级`, en: `The requester’s ${rank.en}` };
  },
  'unit-head': (_rule, derivation, { names, unit, toRequester }) => {
    const place = placeServed(derivation, names) ?? unit;
    if (place) return { zh: `${place.zh}的负责人`, en: `Head of ${place.en}` };
    return toRequester ? { zh: '您所在组织的负责人', en: 'Head of your unit' } : { zh: '该组织的负责人', en: 'Head of the unit' };
  },
  members: ({ roles }, derivation, { names, unit }) => {
    const place = placeServed(derivation, names) ?? unit ?? { zh: '该组织', en: 'the unit' };
    const titles = roles?.map((role) => ownValue(names.roles, role) ?? UNHELD) ?? [{ zh: '成员', en: 'Members' }];
    return {
      zh: `${place.zh}的${titles.map(({ zh }) => zh).join('、')}`,
      en: `${wordList(
        titles.map(({ en }) => en),
        'en',
      )} of ${place.en}`,
    };
  },
  climb: ({ of, until: stop }, derivation, context) => {
    const start = of === 'requester' ? { zh: '', en: '' } : fieldLabel(context.definition, of.field);
    const [from, line] = start.zh === '' ? ['', ''] : [`「${start.zh}」的`, ` of “${start.en}”`];
    const role = stop && (ownValue(context.names.roles, stop.role) ?? UNHELD);
    const until =
      role && derivation.amount === null ? { zh: `直到${role.zh}`, en: `up to the ${lowerFirst(role.en)}` } : untilWords(derivation);
    return { zh: `从${from}直属上级起逐级上报，${until.zh}`, en: `Goes up the reporting line${line} ${until.en}` };
  },
};

/** The rule alone, without the way: 您的直属上级 / Your direct superior. Pure. */
export function ruleText(rule: Assignee, derivation: Derivation, context: SentenceContext): Bilingual {
  return (RULE_WORDS[rule.by] as Words<Assignee['by']>)(rule as never, derivation, context);
}

/** The rule that gave the people; undefined where none did. Pure. */
export function triedOf(derivation: Derivation): Tried | undefined {
  return derivation.rules.find((rule) => rule.chosen.length > 0);
}

/** The unit by which the chosen serve the case. Pure. */
export function placeServed(derivation: Derivation, names: Names): Bilingual | undefined {
  const tried = triedOf(derivation);
  const serves = tried?.candidates.find(({ person }) => person !== null && tried.chosen.includes(person))?.serves;
  return serves === undefined ? undefined : ownValue(names.units, serves);
}

/** Whose superiors are meant, before the noun. */
function whose(of: Anchor, context: SentenceContext): Bilingual {
  if (of === 'requester') return context.toRequester ? { zh: '您的', en: 'Your' } : { zh: '申请人的', en: 'The requester’s' };
  const label = fieldLabel(context.definition, of.field);
  return { zh: `「${label.zh}」的`, en: `“${label.en}”:` };
}

/** Somebody in relation to what a field names: 「证明人」的直属上级 / Direct superior of “Witness”. */
function ofField(field: string, { definition }: SentenceContext, who: Bilingual): Bilingual {
  const label = fieldLabel(definition, field);
  return { zh: `「${label.zh}」的${who.zh}`, en: `${who.en.charAt(0).toUpperCase()}${who.en.slice(1)} of “${label.en}”` };
}

function untilWords({ amount, plan }: Derivation): Bilingual {
  const side = { in: { zh: '计划内', en: 'in-plan ' }, over: { zh: '计划外', en: 'over-plan ' } };
  const which = plan === null ? { zh: '', en: '' } : side[plan];
  if (amount === null) return { zh: `直到有${which.zh}审批权的人`, en: `until somebody has the ${which.en}authority` };
  return inBoth((language) => {
    const sum = formatMoney(amount, language, 'short');
    const label = plan === 'over' ? which[language] : '';
    return language === 'zh' ? `直到${label}额度覆盖 ${sum}` : `until ${label === '' ? 'a' : `an ${label.trim()}`} limit covers ${sum}`;
  });
}
