import type { Assignee } from '../../definition/assignee.schema';
import type { Bilingual } from '../../text/bilingual';
import { formatMoney } from '../../money/format-money';
import type { Candidate, Derivation, StandIn } from '../../people/derivation';
import type { CountersignStep } from '../../definition/steps/countersign.step';
import { conditionBrief } from '../../wording/condition-text';
import { DASH, inBoth, lowerFirst, wordList } from '../../wording/names';
import { awayText, placeText, withThoseAway } from './away-text';
import { countersignOf, countingText } from '../events/counting-text';
import { passedText } from '../events/merged-text';
import { placeServed, ruleText, triedOf } from './rule-text';
import { whySuperior } from './superior-text';
import { humanStepOf, isListed, stepOf, type SentenceContext } from '../sentence-context';
import { limitText } from '../step-words';
import { ending } from './search-ending';
import { trailStop, trailText } from './trail-text';
import { ownValue } from '../../text/own-value';

type Tried = Derivation['rules'][number];

/**
 * The rule that gave a step its people, and the way to them: 从直属上级起逐级上报，直到额度覆盖 ¥12,300。张伟 ¥1,000 ✕ → 周岩 ¥20,000 ✓. Pure.
 * The answer to “why is it with me?”: of several people with rules of their own, for one `person` among them.
 */
export function whyLine(derivation: Derivation, context: SentenceContext, person?: string): Bilingual {
  const together = countersignOf(humanStepOf(context, derivation.step)) !== null;
  const found = foundLine(person === undefined || together ? derivation : derivationFor(derivation, person), context);
  const away = standInsNamed(derivation).map((standIn) => awayText(standIn, context));
  return away.length === 0
    ? found
    : inBoth((language) => [found, ...away].map((part) => part[language]).join(language === 'zh' ? '。' : '. '));
}

/** Of a line that is climbed, the way tells who stands in for whom. */
const standInsNamed = (derivation: Derivation): StandIn[] => (triedOf(derivation)?.rule.by === 'climb' ? [] : (derivation.standIns ?? []));

function foundLine(derivation: Derivation, context: SentenceContext): Bilingual {
  const tried = triedOf(derivation) ?? derivation.rules.at(-1);
  if (!tried) return { zh: DASH, en: DASH };
  const signed = countersignOf(humanStepOf(context, derivation.step));
  if (signed && derivation.result === 'seats') return signedLine(signed, derivation, context);
  const rule = ruleText(tried.rule, derivation, context);
  const alone = goesToRole(tried.rule, context) ?? rule;
  const climbs = tried.rule.by === 'climb';
  const looked = climbs ? withThoseAway(tried.candidates, derivation.standIns) : tried.candidates;
  const shown = looked.filter((candidate) => candidate.removed?.code !== 'not-nearest');
  const passed = shown.some(({ removed, substitutes }) => removed ?? substitutes) || climbs;
  return inBoth((language) => {
    const trail = passed ? trailText(shown, tried.more ?? 0, (candidate) => trailStop(candidate, context, language)) : '';
    const parts = trail ? [rule[language], trail] : [alone[language]];
    const line = parts.join(language === 'zh' ? '。' : ': ');
    return line + ending(derivation, tried, context, language);
  });
}

/** That a step is the company's holder of a role's: a sentence, for whoever has that role and need not be told what they are. */
function goesToRole(rule: Assignee, { names }: SentenceContext): Bilingual | null {
  const title = rule.by === 'role' && rule.scope === 'company' ? ownValue(names.roles, rule.role) : undefined;
  return title ? { zh: `这一步由公司的${title.zh}处理`, en: `This step goes to the company’s ${lowerFirst(title.en)}` } : null;
}

/** Everybody who signs together, by which rules, and how their words are counted. */
function signedLine(step: CountersignStep, derivation: Derivation, context: SentenceContext): Bilingual {
  const counting = countingText(step);
  const who = everyRule(derivation, context);
  return { zh: `${who.zh}会签，${counting.zh}`, en: `${who.en} sign together: ${counting.en}` };
}

/** The rules by which people were found, where they are several: each of them once. */
function everyRule(derivation: Derivation, context: SentenceContext): Bilingual {
  const rules = foundRules(derivation).map((tried) => ruleText(tried.rule, { ...derivation, rules: [tried] }, context));
  return inBoth((language) => {
    const said = rules.map((rule, index) => (index === 0 || language === 'zh' ? rule[language] : lowerFirst(rule[language])));
    return wordList([...new Set(said)], language);
  });
}

const foundRules = ({ rules }: Derivation): Tried[] => rules.filter(({ chosen }) => chosen.length > 0);

/**
 * Why a step is there and with these people, in a few words for a list: 高于 ¥5,000 · 负责徐汇区, or 额度 ¥20,000 覆盖 ¥12,300. Of several who sign, by
 * which rules they were found and how their words count; of one `person` among them, by which of the rules that one was. Pure.
 */
export function reasonText(derivation: Derivation, context: SentenceContext, person?: string): Bilingual {
  if (derivation.result === 'merged') return passedText(derivation.step, context);
  const step = stepOf(context, derivation.step);
  const own = person === undefined ? derivation : derivationFor(derivation, person);
  const signed = person === undefined && derivation.result === 'seats' ? countersignOf(humanStepOf(context, derivation.step)) : null;
  const tried = triedOf(own);
  const each = person === undefined && !signed && derivation.result === 'seats' && isListed(humanStepOf(context, derivation.step));
  const rule = signed
    ? signedLine(signed, derivation, context)
    : each
      ? EACH_OWN
      : tried
        ? foundRules(own).length > 1
          ? everyRule(own, context)
          : chosenWords(tried, own, context)
        : whyLine(own, context);
  const when = step?.when ? conditionBrief(step.when, context) : null;
  if (!when) return rule;
  // That it is the company's one holder of the role is no news beside the reason for the step.
  const known = !signed && !each && tried?.rule.by === 'role' && tried.rule.scope === 'company';
  return known ? when : inBoth((language) => `${when[language]} · ${rule[language]}`);
}

/** The role by which a step has its people, where its one holder in the company is asked and nothing else is to be told; else null. Pure. */
export function onlyByRole(derivation: Derivation, context: SentenceContext, person?: string): Bilingual | null {
  const step = humanStepOf(context, derivation.step);
  if (person === undefined && (countersignOf(step) || isListed(step))) return null;
  const tried = triedOf(person === undefined ? derivation : derivationFor(derivation, person));
  const rule = tried?.rule;
  const above = tried?.candidates.some(({ superiorOf }) => superiorOf !== undefined);
  const plain = derivation.result === 'seats' && !above && !stepOf(context, derivation.step)?.when;
  if (!plain || derivation.standIns || rule?.by !== 'role' || rule.scope !== 'company') return null;
  return ownValue(context.names.roles, rule.role) ?? null;
}

const EACH_OWN: Bilingual = { zh: '各自完成自己负责的事项', en: 'Each does the items that are theirs' };

/** What was found for one of the people: by the rules that led to them, or to whom they stand in for; all of it where none did. */
function derivationFor(derivation: Derivation, person: string): Derivation {
  const absent = derivation.standIns?.find((each) => each.person === person)?.absent ?? person;
  const rules = derivation.rules.filter(({ chosen }) => chosen.includes(person) || chosen.includes(absent));
  return rules.length === 0 ? derivation : { ...derivation, rules };
}

function chosenWords(tried: Tried, derivation: Derivation, context: SentenceContext, person?: string): Bilingual {
  const isChosen = ({ person: each }: Candidate): boolean => each !== null && tried.chosen.includes(each);
  const standIn = standInFor(tried, derivation, person);
  const whose = standIn?.absent ?? person;
  const chosen = tried.candidates.find((each) => isChosen(each) && each.person === whose) ?? tried.candidates.find(isChosen);
  const limit = tried.rule.by === 'climb' ? coveringText((standIn ?? chosen)?.limit, derivation) : null;
  const place = tried.rule.by === 'role' ? placeServed(derivation, context.names) : undefined;
  const rule = place ? { zh: `负责${place.zh}`, en: `In charge of ${place.en}` } : ruleText(tried.rule, derivation, context);
  const above = chosen ? whySuperior(tried, chosen, context) : null;
  if (above && !standIn) return above;
  return standIn ? placeText(standIn, { rule, limit }, context) : (limit ?? rule);
}

/** By whom a place is taken for whoever was chosen: of one `person`, for whom they do; of all, where there is but one place. */
function standInFor({ chosen }: Tried, { standIns = [] }: Derivation, person?: string): StandIn | undefined {
  const theirs = person === undefined && chosen.length === 1 ? standIns : standIns.filter((each) => each.person === person);
  return theirs.find(({ absent }) => chosen.includes(absent));
}

/** That a limit covers what is asked; null where there is none of either. */
function coveringText(most: Candidate['limit'], { amount }: Derivation): Bilingual | null {
  if (most === undefined || most === null || amount === null) return null;
  if (most === 'no-limit') return { zh: '额度不限', en: 'No limit' };
  const limit = limitText(most);
  return inBoth((language) => {
    const sum = formatMoney(amount, language, 'short');
    return language === 'zh' ? `额度 ${limit.zh} 覆盖 ${sum}` : `Limit ${limit.en} covers ${sum}`;
  });
}
