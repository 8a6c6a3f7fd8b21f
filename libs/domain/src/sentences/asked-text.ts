import type { AskedBesides } from '../request/steps/asked-besides';
import type { Bilingual } from '../text/bilingual';
import { personName, type SentenceContext } from './sentence-context';

/** What people besides those of its own rules do on a step; of one that was handed over, what the step says. */
const ASKS: Record<AskedBesides['for'], Bilingual | null> = {
  answer: { zh: '补充资料', en: 'Information' },
  advice: { zh: '提供意见', en: 'Advice' },
  signature: { zh: '加签', en: 'Added signature' },
  decision: null,
};

const WHY: Record<AskedBesides['for'], (by: Bilingual) => { other: Bilingual; reader: Bilingual }> = {
  answer: ({ zh, en }) => ({
    other: { zh: `${zh}请其补充资料`, en: `${en} asked them for information` },
    reader: { zh: `${zh}请您补充资料`, en: `${en} asks you for information` },
  }),
  advice: ({ zh, en }) => ({
    other: { zh: `${zh}征求其意见`, en: `${en} asked for their advice` },
    reader: { zh: `${zh}征求您的意见，由${zh}决定`, en: `${en} asks for your advice and decides` },
  }),
  signature: ({ zh, en }) => ({
    other: { zh: `${zh}请其加签`, en: `${en} asked them to sign as well` },
    reader: { zh: `${zh}请您加签`, en: `${en} asks you to sign as well` },
  }),
  decision: ({ zh, en }) => {
    const both = { zh: `原由${zh}处理，后转来`, en: `It was with ${en} and was handed on` };
    return { other: both, reader: both };
  },
};

/** What somebody is asked for beside the decision of the step; null where it is that decision. Pure. */
export function asksText(asked: AskedBesides): Bilingual | null {
  return ASKS[asked.for];
}

/** Why it is with somebody to whom no rule of the step pointed: 高扬请其补充资料 / Gao Yang asked them for information. Pure. `toReader`: as they read it. */
export function askedText(asked: AskedBesides, context: Pick<SentenceContext, 'names'>, toReader = false): Bilingual {
  const { other, reader } = WHY[asked.for](personName(context, asked.by));
  return toReader ? reader : other;
}
