import { FALLBACK_ZONE } from '../calendar/time-zone';
import type { Bilingual } from '../text/bilingual';
import { allSteps } from '../definition/structure/compensating';
import type { Definition } from '../definition/definition.schema';
import { kindOf, type HumanStep, type Step } from '../definition/step.schema';
import { STEP_KINDS } from '../definition/steps';
import type { Deciding } from '../definition/steps/step-kind';
import { isHuman } from '../definition/flow';
import { WITH_REQUESTER } from '../request/request-state';
import { DASH, wordList, type Names } from '../wording/names';
import { farMomentText } from '../wording/time/moment-text';
import { ownValue } from '../text/own-value';

/** What sentences about a request are made with. */
export interface SentenceContext {
  definition: Definition;
  names: Names;
  /** The requester's unit, for “in charge of …” where a derivation does not say by which unit somebody serves it. */
  unit?: Bilingual | null;
  /** IANA time zone in which moments are told; absent: where none is. */
  timeZone?: string | undefined;
  /** The requester reads it: their superior is “your superior”. */
  toRequester?: boolean;
  /** It stands beside words that say already for whom somebody has signed. */
  saysForWhom?: boolean;
}

/** The step of an id; undefined where the definition has none. Pure. */
export function stepOf({ definition }: Pick<SentenceContext, 'definition'>, id: string): Step | undefined {
  return allSteps(definition).find((step) => step.id === id);
}

/** The step of an id if people decide it. Pure. */
export function humanStepOf(context: Pick<SentenceContext, 'definition'>, id: string): HumanStep | undefined {
  const step = stepOf(context, id);
  return step && isHuman(step) ? step : undefined;
}

/** Whether several people work through a step item by item, each their own. Pure. */
export function isListed(step: HumanStep | undefined): boolean {
  return step !== undefined && kindOf(step).list !== undefined;
}

/** What deciding a step is called; of one that the definition has no longer, as of an approval. Pure. */
export function decisionOn(step: HumanStep | undefined): Deciding {
  return (step && kindOf(step).decision) ?? (STEP_KINDS.approve.decision as Deciding);
}

const CORRECTION: Bilingual = { zh: '申请人修改', en: 'Changes by the requester' };

/** Title of a step; a dash where the definition has none. Pure. */
export function stepTitle(context: Pick<SentenceContext, 'definition'>, id: string): Bilingual {
  return stepOf(context, id)?.title ?? (id === WITH_REQUESTER ? CORRECTION : { zh: DASH, en: DASH });
}

/** A moment, as it is told. Pure. */
export function whenText({ timeZone = FALLBACK_ZONE }: Pick<SentenceContext, 'timeZone'>, iso: string): Bilingual {
  return farMomentText(iso, timeZone);
}

/** Title of a lane of a step, counted from 0; a dash where the definition has none. Pure. */
export function laneTitle(context: Pick<SentenceContext, 'definition'>, id: string, lane: number): Bilingual {
  const step = stepOf(context, id);
  return (step && kindOf(step).inner(step)[lane]?.title) ?? { zh: DASH, en: DASH };
}

/** Title of an item of a step that is done item by item; a dash where the definition has none. Pure. */
export function itemTitle({ definition }: { definition: Definition | null }, step: string, id: string): Bilingual {
  const found = definition ? humanStepOf({ definition }, step) : undefined;
  const items = (found && kindOf(found).list?.(found).items) ?? [];
  return items.find((item) => item.id === id)?.title ?? { zh: DASH, en: DASH };
}

/** Titles of steps in words: 「审核」「批准」 / “Review” and “Approval”. Pure. */
export function stepList(definition: Definition, ids: readonly string[]): Bilingual {
  const titles = ids.map((id) => stepTitle({ definition }, id));
  const en = titles.map((title) => `“${title.en}”`);
  return { zh: titles.map((title) => `「${title.zh}」`).join(''), en: wordList(en, 'en') };
}

/** A person's name; “somebody” where the names hold none. Pure. */
export function personName({ names }: Pick<SentenceContext, 'names'>, id: string | null | undefined): Bilingual {
  return (id ? ownValue(names.people, id) : undefined) ?? { zh: '某人', en: 'somebody' };
}
