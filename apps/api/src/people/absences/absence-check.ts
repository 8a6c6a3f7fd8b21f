import type { Bilingual } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import { Problem, type FieldError } from '../../http/problem/problem';
import { openAbsences, processTitles, type AskedAbsence } from './absence-rows';

/** Absences of one person that are not over. */
const MOST_OPEN = 20;
/** Absences that somebody enters for themselves within a day: each is told to whoever is asked to stand in. */
const MOST_LATELY = 30;
const LONGEST_MS = 366 * 86_400_000;
const PERSON = 'SELECT active FROM person WHERE company_id = $1 AND id = $2';
const NOW = 'SELECT clock_timestamp() AS now';

const MISTAKES = {
  'turned-round': ['to', '结束时间须晚于开始时间', 'It must end after it begins'],
  past: ['to', '结束时间已经过去', 'It would be over already'],
  'too-long': ['to', '最长一年；更久请由管理员变更任职', 'A year at most; for longer, have the post given to somebody else'],
  oneself: ['standIn', '代办人不能是离岗的人自己', 'Nobody stands in for themselves'],
  entering: ['standIn', '您替别人登记离岗，不能自己当代办人', 'Whoever enters an absence for somebody cannot stand in for them'],
  unknown: ['standIn', '没有这个人，或已停用', 'There is no such person, or they have left'],
  overlapping: ['from', '这段时间已有另一次离岗安排', 'There is another absence in that time'],
  'too-many': ['from', `最多 ${MOST_OPEN} 次尚未结束的离岗`, `At most ${MOST_OPEN} absences that are not over`],
  'too-many-lately': ['from', `24 小时内最多登记 ${MOST_LATELY} 次离岗`, `At most ${MOST_LATELY} absences may be entered within 24 hours`],
  'unknown-process': ['processes', '有流程不存在', 'A process does not exist'],
} as const satisfies Record<string, readonly [string, string, string]>;
type Mistake = keyof typeof MISTAKES;

/** Refuses what is asked for with everything that is wrong with it. */
export async function checkAbsence(manager: EntityManager, companyId: string, asked: AskedAbsence, enteredBy: string): Promise<void> {
  const found = [...(await inTime(manager, asked)), ...(await aboutPeople(manager, companyId, asked, enteredBy))];
  const known = asked.processes ? await processTitles(manager, companyId, asked.processes) : null;
  if (known && asked.processes?.some((key) => !known.has(key))) found.push('unknown-process');
  if (found.length > 0) throw new Problem('absence-invalid', {}, found.map(fieldError));
}

async function inTime(manager: EntityManager, asked: AskedAbsence): Promise<Mistake[]> {
  const [row] = await manager.query<{ now: Date }[]>(NOW);
  const [from, to] = [Date.parse(asked.from), Date.parse(asked.to)];
  if (!(from < to)) return ['turned-round'];
  if (to <= (row?.now.getTime() ?? 0)) return ['past'];
  if (to - from > LONGEST_MS) return ['too-long'];
  const { open, overlapping, lately } = await openAbsences(manager, asked);
  return [
    ...(overlapping > 0 ? (['overlapping'] as const) : []),
    ...(open >= MOST_OPEN ? (['too-many'] as const) : []),
    ...(lately >= MOST_LATELY ? (['too-many-lately'] as const) : []),
  ];
}

async function aboutPeople(
  manager: EntityManager,
  companyId: string,
  { person, standIn }: AskedAbsence,
  enteredBy: string,
): Promise<Mistake[]> {
  if (standIn === person) return ['oneself'];
  if (standIn === enteredBy) return ['entering'];
  const [found] = await manager.query<{ active: boolean }[]>(PERSON, [companyId, standIn]);
  return found?.active ? [] : ['unknown'];
}

function fieldError(mistake: Mistake): FieldError {
  const [field, zh, en] = MISTAKES[mistake];
  const message: Bilingual = { zh, en };
  return { field, code: mistake, params: {}, message };
}
