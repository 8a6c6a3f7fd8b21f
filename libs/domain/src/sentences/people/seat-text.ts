import { groupsOf } from '../../definition/flow';
import type { HumanStep } from '../../definition/step.schema';
import type { StepRecord } from '../../request/request-state';
import type { Bilingual } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';

/**
 * As which of those who sign a step its person is asked, where they have several places there: each is answered for by itself. Null where they have one.
 * `seat`: the name of theirs that is meant. Pure.
 */
export function seatText(step: HumanStep, record: StepRecord, seat: string): Bilingual | null {
  const own = ownValue(record.seats, seat);
  const theirs = Object.entries(record.seats).filter(([, each]) => each.person === own?.person && each.question === undefined);
  if (own === undefined || theirs.length < 2) return null;
  const group = own.group === undefined ? undefined : groupsOf(step)[own.group];
  const title = group && 'title' in group ? (group.title as Bilingual | undefined) : undefined;
  const place = theirs.findIndex(([name]) => name === seat) + 1;
  const called = title ? { zh: `「${title.zh}」`, en: `“${title.en}”` } : { zh: `第 ${place} 个席位`, en: `place ${place}` };
  return {
    zh: `您在这一步有 ${theirs.length} 个席位，须分别表态；这次是${called.zh}`,
    en: `You have ${theirs.length} places on this step and answer for each; this is ${called.en}`,
  };
}
