import type { AbsenceReason, AbsenceState } from '@countersign/database';
import type { Bilingual, HumanStep } from '@countersign/domain';
import type { EntityManager } from 'typeorm';

/** An absence as it is stored. */
export interface AbsenceRow {
  id: string;
  personId: string;
  standInId: string;
  from: Date;
  to: Date;
  reason: AbsenceReason;
  state: AbsenceState;
  processes: string[] | null;
  enteredBy: string;
  answeredAt: Date | null;
}

/** An absence that is asked for. */
export interface AskedAbsence {
  person: string;
  standIn: string;
  from: string;
  to: string;
  reason: AbsenceReason;
  processes: string[] | null;
}

const COLUMNS = `id, person_id AS "personId", stand_in_id AS "standInId", from_at AS "from", to_at AS "to", reason, state, processes,
  entered_by AS "enteredBy", answered_at AS "answeredAt"`;
const MOST = 50;
const OWN = `SELECT ${COLUMNS} FROM absence WHERE company_id = $1 AND person_id = $2 ORDER BY from_at DESC, id DESC LIMIT ${MOST}`;
const FOR_OTHERS = `SELECT ${COLUMNS} FROM absence WHERE company_id = $1 AND stand_in_id = $2 AND state IN ('asked', 'accepted', 'running', 'over')
  ORDER BY state = 'over', from_at, id LIMIT ${MOST}`;
const ONE = `SELECT ${COLUMNS} FROM absence WHERE company_id = $1 AND id = $2 FOR UPDATE`;
const INSERT = `INSERT INTO absence (id, company_id, person_id, stand_in_id, processes, from_at, to_at, reason, state, entered_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const OVERLAPPING = `SELECT count(*)::int AS count FROM absence WHERE person_id = $1 AND state IN ('asked', 'accepted', 'running') AND from_at < $3 AND to_at > $2`;
const OPEN = `SELECT count(*)::int AS count FROM absence WHERE person_id = $1 AND state IN ('asked', 'accepted', 'running')`;
const LATELY = `SELECT count(*)::int AS count FROM absence WHERE person_id = $1 AND entered_by = $1 AND entered_at > clock_timestamp() - interval '1 day'`;
const TITLES = `SELECT DISTINCT ON (key) key, body->'title' AS title FROM definition WHERE company_id = $1 AND key = ANY ($2) AND status <> 'draft'
  ORDER BY key, status = 'published' DESC, version DESC`;

/** The absences of somebody, and those in which they stand in. */
export async function absencesOf(
  manager: EntityManager,
  companyId: string,
  personId: string,
): Promise<{ own: AbsenceRow[]; forOthers: AbsenceRow[] }> {
  return {
    own: await manager.query<AbsenceRow[]>(OWN, [companyId, personId]),
    forOthers: await manager.query<AbsenceRow[]>(FOR_OTHERS, [companyId, personId]),
  };
}

/** One absence, locked until the transaction ends; undefined where the company has none of that id. */
export async function lockedAbsence(manager: EntityManager, companyId: string, id: string): Promise<AbsenceRow | undefined> {
  const [row] = await manager.query<AbsenceRow[]>(ONE, [companyId, id]);
  return row;
}

const ASKED_AUTHORITIES = `
  SELECT s->'authority'->>'matter' AS matter, s->'authority'->>'kind' AS kind, d.body->'title' AS process, s AS step
  FROM definition d CROSS JOIN LATERAL jsonb_path_query(d.body, '$.flow.** ? (exists (@.authority.matter))') AS s
  WHERE d.company_id = $1 AND d.status = 'published' AND s->'authority'->>'matter' = ANY ($2) ORDER BY d.key, d.version`;

interface AskedAuthority {
  matter: string;
  kind: string;
  process: Bilingual;
  step: HumanStep;
}

/** Writes an absence in a state. */
export async function insertAbsence(
  manager: EntityManager,
  { id, companyId, enteredBy, state }: { id: string; companyId: string; enteredBy: string; state: AbsenceState },
  { person, standIn, processes, from, to, reason }: AskedAbsence,
): Promise<void> {
  await manager.query(INSERT, [id, companyId, person, standIn, processes, from, to, reason, state, enteredBy]);
}

/** How many absences of a person are not over, how many of those lie in a time, and how many they have entered themselves within a day. */
export async function openAbsences(
  manager: EntityManager,
  { person, from, to }: AskedAbsence,
): Promise<{ open: number; overlapping: number; lately: number }> {
  const [open] = await manager.query<{ count: number }[]>(OPEN, [person]);
  const [overlapping] = await manager.query<{ count: number }[]>(OVERLAPPING, [person, from, to]);
  const [lately] = await manager.query<{ count: number }[]>(LATELY, [person]);
  return { open: open?.count ?? 0, overlapping: overlapping?.count ?? 0, lately: lately?.count ?? 0 };
}

/** Titles of processes that are or were in use, by key. */
export async function processTitles(manager: EntityManager, companyId: string, keys: readonly string[]): Promise<Map<string, Bilingual>> {
  const rows = await manager.query<{ key: string; title: Bilingual }[]>(TITLES, [companyId, [...new Set(keys)]]);
  return new Map(rows.map(({ key, title }) => [key, title]));
}

/** What somebody may do, as the processes call it that ask for it, in steps that may come to them: by matter and kind of authority. */
export async function authorityTitles(
  manager: EntityManager,
  companyId: string,
  matters: readonly string[],
  isTheirs: (step: HumanStep) => boolean,
): Promise<Map<string, Bilingual>> {
  const asking = await manager.query<AskedAuthority[]>(ASKED_AUTHORITIES, [companyId, [...new Set(matters)]]);
  const rows = asking.filter(({ step }) => isTheirs(step));
  const asked = new Map<string, AskedAuthority[]>();
  for (const row of rows) asked.set(keyOf(row), [...(asked.get(keyOf(row)) ?? []), row]);
  const keysOf = (process: string): Set<string> => new Set(rows.filter((row) => row.process.zh === process).map(keyOf));
  return new Map([...asked].map(([key, steps]) => [key, titleOf(steps, ({ process }) => keysOf(process.zh).size > 1)]));
}

function keyOf({ matter, kind }: Pick<AskedAuthority, 'matter' | 'kind'>): string {
  return `${matter} ${kind}`;
}

const MARKS = { zh: { of: '：', between: '、', apart: '；' }, en: { of: ': ', between: ', ', apart: '; ' } } as const;

/** The processes that ask for it; with their steps where the process alone would stand for several kinds of authority. */
function titleOf(steps: readonly AskedAuthority[], asksSeveral: (of: AskedAuthority) => boolean): Bilingual {
  const words = (language: keyof Bilingual): string => {
    const { of, between, apart } = MARKS[language];
    const named = new Map<string, Set<string>>();
    for (const each of steps) {
      const known = named.get(each.process[language]) ?? new Set<string>();
      named.set(each.process[language], asksSeveral(each) ? known.add(each.step.title[language]) : known);
    }
    return [...named].map(([process, own]) => (own.size === 0 ? process : `${process}${of}${[...own].join(between)}`)).join(apart);
  };
  return { zh: words('zh'), en: words('en') };
}
