import type { Candidate, StandIn } from '../../people/derivation';
import type { Bilingual } from '../../text/bilingual';
import { upperFirst } from '../../text/upper-first';
import { inBoth, lowerFirst, wordList } from '../../wording/names';
import { removalText } from './removal-text';
import { personName, type SentenceContext } from '../sentence-context';

/** Who takes whose place: 周岩离岗，由孙倩代办 / Zhou Yan is away, and Sun Qian stands in. Pure. */
export function awayText(standIn: StandIn, context: SentenceContext): Bilingual {
  const [who, whom] = [personName(context, standIn.person), personName(context, standIn.absent)];
  if (standIn.named) return { zh: `${whom.zh}离岗，由${who.zh}代办`, en: `${whom.en} is away, and ${who.en} stands in` };
  const why = whyNotNamed(standIn, context);
  return {
    zh: `${whom.zh}离岗，${why.zh}，上行到${who.zh}`,
    en: `${whom.en} is away and ${why.en}, so it goes up to ${who.en}`,
  };
}

/** Why whoever was named to stand in does not: 孟溪已处理「上级审核」 / Meng Xi decided “Review”. */
function whyNotNamed({ passed = [] }: StandIn, context: SentenceContext): Bilingual {
  const told = passed.flatMap((each): Bilingual[] => {
    const [name, why] = [personName(context, each.person ?? ''), removalText(each, context)];
    return why ? [{ zh: `${name.zh}${/^[\u4e00-\u9fff]/.test(why.zh) ? '' : ' '}${why.zh}`, en: `${name.en} ${why.en}` }] : [];
  });
  if (told.length === 0) return { zh: '代办人不能处理', en: 'the stand-in may not act' };
  return {
    zh: told.map(({ zh }) => zh).join('，'),
    en: wordList(
      told.map(({ en }) => en),
      'en',
    ),
  };
}

/**
 * Why somebody is asked in another's place, in a few words: 代张伟（您的直属上级） / For Zhang Wei (your direct superior); by which limit, where there is
 * one, and why it is not whoever was named. Pure.
 */
export function placeText(
  standIn: StandIn,
  { rule, limit }: { rule: Bilingual; limit: Bilingual | null },
  context: SentenceContext,
): Bilingual {
  const whom = personName(context, standIn.absent);
  const why = standIn.named ? null : whyNotNamed(standIn, context);
  const place = context.saysForWhom
    ? { zh: `${rule.zh}（${whom.zh}）`, en: `${rule.en} (${whom.en})` }
    : { zh: `代${whom.zh}（${rule.zh}）`, en: `For ${whom.en} (${lowerFirst(rule.en)})` };
  const forWhom = context.saysForWhom ? null : { zh: `代${whom.zh}`, en: `For ${whom.en}` };
  const first = limit ? forWhom : place;
  const because = why && { zh: `因${why.zh}`, en: `as ${why.en}` };
  return inBoth((language) => {
    const head = [first, because].flatMap((part) => part?.[language] ?? []).join(language === 'zh' ? '，' : ', ');
    const parts = [head, limit?.[language] ?? ''].filter((part) => part !== '');
    return parts.map((part, index) => (index === 0 ? upperFirst(part) : lowerFirst(part))).join(' · ');
  });
}

/** Whoever was looked at, where people are away: behind each of those who stands in for them, and who was to and may not. Pure. */
export function withThoseAway(candidates: readonly Candidate[], standIns: readonly StandIn[] = []): Candidate[] {
  return candidates.flatMap((candidate): Candidate[] => {
    const standIn = candidate.removed === null ? standIns.find(({ absent }) => absent === candidate.person) : undefined;
    if (standIn === undefined) return [candidate];
    const { person, limit, passed = [] } = standIn;
    const away = { ...candidate, limit: undefined, removed: { code: 'on-leave' as const, params: {} } };
    return [away, ...passed, { person, positionId: null, role: null, limit, removed: null }];
  });
}

/** The vacant post of a role whose place somebody takes: 暂代运营区长 / In place of the vacant area manager. Pure. */
export function vacancyTaken(title: Bilingual): Bilingual {
  return { zh: `暂代${title.zh}`, en: `In place of the vacant ${lowerFirst(title.en)}` };
}

/** The same behind a name, with nothing behind whoever holds their post: 孙倩（暂代运营区长）. Pure. */
export function takenPlace({ substitutes }: Candidate, title: Bilingual = { zh: '空缺岗位', en: 'post' }): Bilingual {
  const taken = vacancyTaken(title);
  return substitutes ? { zh: `（${taken.zh}）`, en: ` (${lowerFirst(taken.en)})` } : { zh: '', en: '' };
}
