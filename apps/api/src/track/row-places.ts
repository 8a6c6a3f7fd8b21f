import { follows, isHuman, type Bilingual, type Process, type StepRecord } from '@countersign/domain';

/** What a tracked row tells of its request beside what every list tells. */
export interface RowPlace {
  requestId: string;
  definitionId: string;
  kind: string | null;
  step: string | null;
  late: boolean;
  unit: Bilingual | null;
  others: number;
  steps: Record<string, StepRecord> | null;
}

/** `$1`: requests; `$2`: the step that the list is about, null where each row is about the one that presses most; `$3`: the person, where the list is about theirs. */
export const ROW_PLACES = `
  SELECT r.id AS "requestId", r.definition_id AS "definitionId", s.kind, s.step, coalesce(s.due < now(), false) AS late, u.name AS unit,
    greatest((SELECT count(*)::int FROM standing k WHERE k.request_id = r.id) - 1, 0) AS others, r.state#>'{context,steps}' AS steps
  FROM request r
    LEFT JOIN LATERAL (SELECT k.kind, k.step, k.due FROM standing k WHERE k.request_id = r.id AND (k.step = $2
        OR $2::text IS NULL AND k.step = (SELECT t.step FROM participant p JOIN task t ON t.id = p.todo_task WHERE p.request_id = r.id AND p.person_id = $3)
        OR $2::text IS NULL AND k.foremost) ORDER BY k.foremost AND $3::uuid IS NOT NULL LIMIT 1) s ON true
    LEFT JOIN unit u ON u.id = uuid_or_null(r.state#>>'{context,requester,unitId}')
  WHERE r.id = ANY ($1::uuid[])`;

const PAST: readonly StepRecord['status'][] = ['passed', 'merged', 'waived', 'returned', 'rejected', 'closed'];
/** More are not told apart on a phone. */
const MOST_SEGMENTS = 14;

/**
 * The way of a request in one letter for each step of people: past, now, late, stuck, ahead. What was skipped is left out, and so is a step that was not
 * come to before one that was: the way went past it. Pure.
 */
export function wayOf({ order, steps: known, structure }: Pick<Process, 'order' | 'steps' | 'structure'>, place: RowPlace): string {
  const { steps, late, step: foremost } = place;
  const reached = order.filter((id) => steps?.[id] !== undefined);
  const letters = order.flatMap((id) => {
    const step = known[id];
    if (!step || !isHuman(step)) return [];
    const record = steps?.[id];
    if (!record) return reached.some((other) => follows(structure, other, id)) ? [] : ['a'];
    if (record.status === 'skipped') return [];
    if (record.status === 'blocked') return ['s'];
    if (PAST.includes(record.status)) return ['p'];
    return [late && id === foremost ? 'l' : 'n'];
  });
  return letters.slice(0, MOST_SEGMENTS).join('');
}
