import { isBlank } from '../../form/blank';
import type { Done, FormValues } from '../../request/request-state';
import type { Bilingual } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';
import { inBoth, type Names } from '../../wording/names';
import { wordValue } from '../../wording/word-value';
import { decisionOn, humanStepOf, personName, type SentenceContext } from '../sentence-context';

/** What was done, by whom and when, as whoever is asked for it again reads it. */
export interface DoneWords {
  /** A question with what follows, before it is pressed. */
  title: Bilingual;
  /** 陈静已于 11月29日 10:41 付款（付款单号 P-1） / Paid by Chen Jing on 29 Nov 10:41 (Payment number P-1). */
  line: Bilingual;
  /** What is asked now, and what is not. */
  ask: Bilingual;
}

/** What a step that was carried out before has of it: the words for it and who did it. Pure. */
export function doneWords(step: string, { by, at }: { by: string; at: Bilingual }, context: SentenceContext): Bilingual {
  const found = humanStepOf(context, step);
  const done = found?.labels.done ?? decisionOn(found).done;
  const name = personName(context, by);
  return {
    zh: `${name.zh}已${at.zh ? `于 ${at.zh} ` : ''}${done.zh}`,
    en: `${done.en.charAt(0).toUpperCase()}${done.en.slice(1)} by ${name.en}${at.en ? ` on ${at.en}` : ''}`,
  };
}

/** Tells whoever is asked for a step again that it was carried out, with what was written then, as far as `values` hold it. Pure. */
export function doneBeforeText(
  step: string,
  { done, values, time }: { done: Done; values: FormValues; time: (iso: string) => Bilingual },
  context: SentenceContext,
): DoneWords {
  const what = doneWords(step, { by: done.person, at: time(done.at) }, context);
  const found = humanStepOf(context, step);
  const word = found?.labels.done ?? decisionOn(found).done;
  const wrote = writtenThen(found?.fields.write ?? [], values, context);
  return {
    title: { zh: `此前已${word.zh}，确认所填内容？`, en: `Already ${word.en}: confirm what is filled in?` },
    line: { zh: `${what.zh}${wrote.zh && `（${wrote.zh}）`}。`, en: `${what.en}${wrote.en && ` (${wrote.en})`}.` },
    ask: {
      zh: `请勿重复${word.zh}，只需核对所填内容，有误请更正。`,
      en: 'Do not do it a second time: check what is filled in, and correct what is wrong.',
    },
  };
}

function writtenThen(keys: readonly string[], values: FormValues, { definition, names }: { names: Names } & SentenceContext): Bilingual {
  const filled = definition.form.fields.filter(({ key }) => keys.includes(key) && !isBlank(ownValue(values, key)));
  return inBoth((language) =>
    filled
      .map((field) => `${field.label[language]} ${wordValue(field, ownValue(values, field.key), names, language)}`)
      .join(language === 'zh' ? '，' : ', '),
  );
}
