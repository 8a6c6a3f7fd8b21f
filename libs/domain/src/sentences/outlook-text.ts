import { isCalling, isPausing } from '../definition/flow';
import type { Bilingual, Language } from '../text/bilingual';
import type { Candidate } from '../people/derivation';
import type { Taken } from '../preview/assumed-fields';
import type { Alternative, Assumption } from '../preview/assumptions';
import type { Consequences } from '../preview/consequences';
import type { ForeseenStep } from '../preview/foreseen-step';
import type { StillToSpeak } from '../preview/still-to-speak';
import { fieldLabel } from '../wording/field-label';
import { DASH, inBoth, lowerFirst, wordList } from '../wording/names';
import { wordValueBoth } from '../wording/word-value';
import { asksText, askedText } from './asked-text';
import { skipReason } from './events/event-text';
import { countersignOf } from './events/counting-text';
import { peopleText } from './people/people-text';
import { removalText } from './people/removal-text';
import { decisionOn, humanStepOf, personName, stepOf, stepTitle, whenText, type SentenceContext } from './sentence-context';
import { reasonText, whyLine } from './people/why-line';
import { ownValue } from '../text/own-value';
import { upperFirst } from '../text/upper-first';

/** Why a foreseen step is there with these people, or why it is left out, or what has to be filled in before that is known. Pure. */
export function foreseenText(step: ForeseenStep, context: SentenceContext): { why: Bilingual; skipped: Bilingual | null } {
  const { result, derivation, asked } = step;
  if (asked) return { why: askedText(asked, context), skipped: null };
  const none = { zh: '', en: '' };
  if (result === 'awaits') return { why: awaitsText(step.awaits ?? [], context), skipped: null };
  if (result === 'condition') return { why: none, skipped: skipReason(step.step, context) };
  if (result === 'waits' && step.until !== undefined) return { why: waitsText(step.until, context), skipped: null };
  if (result === 'nobody')
    return {
      why: derivation ? whyLine(derivation, context) : none,
      skipped: { zh: '没有可以处理的人，按流程规定跳过', en: 'Nobody can act on it; skipped as the process allows' },
    };
  if (derivation === null || isStuckElsewhere(step, context)) return { why: none, skipped: null };
  return { why: result === 'blocked' ? whyLine(derivation, context) : reasonText(derivation, context), skipped: null };
}

/** What asks nobody is stuck for another reason than its people, once they were found. */
function isStuckElsewhere({ step, result, derivation }: ForeseenStep, context: SentenceContext): boolean {
  return result === 'blocked' && !humanStepOf(context, step) && (derivation?.rules ?? []).some(({ chosen }) => chosen.length > 0);
}

/** 等到 2026-12-01 / Waits until 1 Dec 2026. */
function waitsText(until: string, context: SentenceContext): Bilingual {
  const { zh, en } = whenText(context, until);
  return { zh: `等到 ${zh}`, en: `Waits until ${en}` };
}

/** Why nothing goes on at a step that is foreseen: 「批准」没有可以处理的人 / nobody can act on “Approval”. */
function blockedText({ step: id }: Pick<ForeseenStep, 'step'>, context: SentenceContext): Bilingual {
  const [title, step] = [stepTitle(context, id), stepOf(context, id)];
  if (step && isCalling(step)) return { zh: `「${title.zh}」没有办成`, en: `“${title.en}” has failed` };
  if (step && isPausing(step)) return { zh: `「${title.zh}」算不出等到什么时候`, en: `nobody can tell until when “${title.en}” waits` };
  return { zh: `「${title.zh}」没有可以处理的人`, en: `nobody can act on “${title.en}”` };
}

/** 填写金额后显示 / Shown once the amount is filled in; other fields by their labels; the requester’s own choice where no field is awaited. */
function awaitsText(paths: readonly string[], { definition }: SentenceContext): Bilingual {
  if (paths.length === 0) return { zh: '由您选定', en: 'You choose' };
  const labels = paths.map((path) => (path === definition.amount ? THE_AMOUNT : quoted(fieldLabel(definition, path))));
  return {
    zh: `填写${labels.map(({ zh }) => zh).join('、')}后显示`,
    en: `Shown once ${wordList(
      labels.map(({ en }) => en),
      'en',
    )} ${labels.length > 1 ? 'are' : 'is'} filled in`,
  };
}

const THE_AMOUNT: Bilingual = { zh: '金额', en: 'the amount' };

function quoted({ zh, en }: Bilingual): Bilingual {
  return { zh: `「${zh}」`, en: `“${en}”` };
}

/** Who was looked at for a step and passed over, in order, each reason once: 孙倩，运营经理：额度 ¥5,000 不够. Pure. */
export function passedOver(
  step: Pick<ForeseenStep, 'derivation'>,
  context: SentenceContext,
): { candidate: Candidate; role: Bilingual; why: Bilingual }[] {
  const candidates = step.derivation?.rules.flatMap((rule) => rule.candidates) ?? [];
  const said = new Set<string>();
  return candidates.flatMap((candidate) => {
    const why = removalText(candidate, context);
    if (why === null || candidate.removed?.code === 'not-nearest') return [];
    const known = JSON.stringify([candidate.person, candidate.role, why]);
    if (said.has(known)) return [];
    said.add(known);
    return [{ candidate, role: ownValue(context.names.roles, candidate.role ?? '') ?? { zh: DASH, en: DASH }, why }];
  });
}

/** An assumption in words: what is assumed, and who it would be otherwise (若计划外，由郑国华批准). Pure. */
export function assumptionText(
  assumption: Assumption,
  context: SentenceContext,
): { label: Bilingual; value: Bilingual; otherwise: Bilingual | null } {
  const field = context.definition.form.fields.find((each) => each.key === assumption.field);
  if (!field) return { label: { zh: DASH, en: DASH }, value: { zh: DASH, en: DASH }, otherwise: null };
  const sentences = assumption.alternatives.map((alternative) => {
    const value = wordValueBoth(field, alternative.value, context.names);
    const then = inBoth((language) => alternativeText(alternative, context, language));
    return { zh: `若${value.zh}，${then.zh}`, en: `If ${lowerFirst(value.en)}, ${then.en}` };
  });
  const otherwise =
    sentences.length === 0 ? null : { zh: sentences.map(({ zh }) => zh).join('；'), en: sentences.map(({ en }) => en).join('; ') };
  return { label: field.label, value: wordValueBoth(field, assumption.value, context.names), otherwise };
}

function alternativeText({ steps, dropped }: Alternative, context: SentenceContext, language: Language): string {
  const changed = steps.map((step) => {
    if (step.result === 'blocked') return blockedText(step, context)[language];
    if (step.result === 'waits' && step.until !== undefined) return lowerFirst(waitsText(step.until, context)[language]);
    const people = peopleText(step, context)[language];
    const human = humanStepOf(context, step.step);
    if (!human) return language === 'zh' ? `抄送${people}` : `${people} gets a copy`;
    return language === 'zh' ? `由${people}${decisionOn(human).does.zh}` : `${people} ${decisionOn(human).does.en}`;
  });
  const titles = dropped.map((step) => stepTitle(context, step)[language]);
  const fallAway =
    language === 'zh'
      ? `不经过${titles.map((title) => `「${title}」`).join('')}`
      : `without ${wordList(
          titles.map((title) => `“${title}”`),
          'en',
        )}`;
  const gone = dropped.length > 0 ? [fallAway] : [];
  return [...changed, ...gone].join(language === 'zh' ? '，' : ', ');
}

/**
 * What comes after the reader's own word: 同意后：陈静（出纳）付款；10 秒内可撤销 / Then Chen Jing (Cashier): Pay · undo for 10 s. Pure.
 * `ahead` is the way with the reader's own word cast first; `taken` is what stands in it for what they have not answered yet.
 */
export function nextText(ahead: Ahead, { step, taken }: OwnWord, context: SentenceContext): Bilingual {
  const then = thenText(ahead, step, context);
  const values = taken.map(({ field, value }) => wordValueBoth(field, value, context.names));
  const answers = {
    zh: values.map(({ zh }) => `「${zh}」`).join(''),
    en: wordList(
      values.map(({ en }) => `“${en}”`),
      'en',
    ),
  };
  return taken.length === 0 ? then : { zh: `以${answers.zh}估算，${then.zh}`, en: `Estimated as ${answers.en}: ${lowerFirst(then.en)}` };
}

/** What is told of what comes: whom the request goes to, where it waits, or stops. */
const COMES: readonly ForeseenStep['result'][] = ['seats', 'blocked', 'waits'];

/** The way after the reader's own word: who has yet to speak on the same step, and whether the way could be walked to the request's end. */
export interface Ahead {
  steps: readonly ForeseenStep[];
  left: StillToSpeak | null;
  ends: boolean;
}

/** The reader's step, and what is taken for the fields that they have not answered in it. */
interface OwnWord {
  step: string;
  taken: readonly Taken[];
}

function thenText({ steps, left, ends }: Ahead, own: string, context: SentenceContext): Bilingual {
  const { graceSeconds } = context.definition;
  const others = steps.filter(({ step, result }) => step !== own && COMES.includes(result));
  // What the word leads to by itself; where it leads nowhere yet, whoever it has to wait for beside it.
  const next = others.find(({ after }) => after === own) ?? others[0];
  const undo = graceSeconds > 0 ? { zh: `；${graceSeconds} 秒内可撤销`, en: ` · undo for ${graceSeconds} s` } : { zh: '', en: '' };
  const step = humanStepOf(context, own);
  const after = decisionOn(step).after.zh;
  const waits = left && leftText(left, stepTitle(context, own), context);
  // Of several who sign, one word is not yet all of them.
  const said = countersignOf(step) === null ? after : '您同意后';
  if (waits) return { zh: `${said}：还要等${waits.zh}${undo.zh}`, en: `Then it still waits for ${waits.en}${undo.en}` };
  if (!next && !ends) return { zh: `${after}：申请继续${undo.zh}`, en: `Then the request goes on${undo.en}` };
  if (!next) return { zh: `${after}：流程结束，申请已批准${undo.zh}`, en: `Then the request is approved${undo.en}` };
  const title = stepTitle(context, next.step);
  const other = otherwiseText(next, context);
  if (other) return { zh: `${after}：${other.zh}${undo.zh}`, en: `Then ${lowerFirst(other.en)}${undo.en}` };
  const people = peopleText(next, context, title);
  if (next.current)
    return {
      zh: `${after}：还要等${people.zh}（${title.zh}）${undo.zh}`,
      en: `Then it still waits for ${people.en} (${title.en})${undo.en}`,
    };
  return { zh: `${after}：${people.zh}${title.zh}${undo.zh}`, en: `Then ${people.en}: ${title.en}${undo.en}` };
}

/** Who has yet to speak on a step: 周岩、宋岚中 1 人（会签）和唐磊（加签）/ 1 of Zhou Yan and Song Lan (Countersign) and Tang Lei (Added signature). Null: nobody. */
function leftText({ own, needed, added }: StillToSpeak, title: Bilingual, context: SentenceContext): Bilingual | null {
  if (own.length + added.length === 0) return null;
  return inBoth((language) => {
    const names = (people: readonly string[]): string =>
      wordList(
        people.map((person) => personName(context, person)[language]),
        language,
      );
    const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')'];
    const some = needed < own.length;
    const ruled = some ? (language === 'zh' ? `${names(own)}中的 ${needed} 人` : `${needed} of ${names(own)}`) : names(own);
    const parts = [
      ...(own.length > 0 ? [`${ruled}${open}${title[language]}${close}`] : []),
      ...(added.length > 0 ? [`${names(added)}${open}${SIGNS[language]}${close}`] : []),
    ];
    return parts.join(language === 'zh' ? '和' : ' and ');
  });
}

const SIGNS: Bilingual = { zh: '加签', en: 'added signature' };

/** What comes where nobody is asked; null where somebody is. */
function otherwiseText(next: ForeseenStep, context: SentenceContext): Bilingual | null {
  if (next.result === 'blocked') return blockedText(next, context);
  const wait = next.result === 'waits' && next.until !== undefined ? waitsText(next.until, context) : null;
  return wait && { zh: wait.zh, en: `it ${lowerFirst(wait.en)}` };
}

/** What follows a word that was tried out, in a few words for a list: 陈静（出纳）付款 / Chen Jing (Cashier): Pay; its end where there is none. Pure. */
export function followingText({ stands, steps }: Pick<Consequences, 'stands' | 'steps'>, context: SentenceContext): Bilingual {
  if (stands === 'approved') return { zh: '申请获批', en: 'The request is approved' };
  // Who is only asked something holds up nobody.
  const next = steps.find(({ result, asked }) => COMES.includes(result) && asked?.for !== 'answer');
  if (!next) return { zh: DASH, en: DASH };
  const title = (next.asked && asksText(next.asked)) ?? stepTitle(context, next.step);
  const other = otherwiseText(next, context);
  if (other) return { zh: other.zh, en: upperFirst(other.en) };
  const people = peopleText(next, context, title);
  return { zh: `${people.zh}${title.zh}`, en: `${people.en}: ${title.en}` };
}
