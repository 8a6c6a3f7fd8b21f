import { kindOf, type Step } from '../../definition/step.schema';
import { RESERVED_STATES } from '../../request/request-state';
import { isHuman, sequencesOf } from '../../definition/flow';
import { error, warning, type Finding } from '../../definition/finding';
import { isEarlier, type PlacedStep, type Subject } from '../subject';

function idFindings({ steps }: Subject): Finding[] {
  const seen = new Set<string>();
  return steps.flatMap(({ step: { id }, path }) => {
    const at = { path: `${path}.id` };
    const found: Finding[] = [];
    if (seen.has(id)) found.push(error({ ...at, code: 'duplicate-step' }, `步骤 id 「${id}」重复。`, `The step id “${id}” is used twice.`));
    if (id === 'requester' || id === 'previous' || RESERVED_STATES.some((word) => word === id)) {
      found.push(
        error(
          { ...at, code: 'reserved-id' },
          `「${id}」是保留字，不能作步骤 id。`,
          `“${id}” is a reserved word and cannot be used as a step id.`,
        ),
      );
    }
    seen.add(id);
    return found;
  });
}

/** Whether every way through a step is of a kind: each of its sequences, or one of as many lanes as have to pass. */
function everyWay(step: Step, is: (steps: readonly Step[]) => boolean): boolean {
  const ways = sequencesOf(step);
  const { lanes } = kindOf(step);
  const others = ways.filter((way) => !is(way)).length;
  return ways.length > 0 && others < (lanes?.(step) ?? 1);
}

/** Steps after an unconditional end, or after a branch all of whose ways end, are never reached. */
function ends(steps: readonly Step[]): boolean {
  return steps.some((step) => step.when === undefined && (kindOf(step).ends === true || everyWay(step, ends)));
}

function unreachable(steps: readonly Step[], path: string): Finding[] {
  const last = steps.findIndex((_, index) => ends(steps.slice(0, index + 1)));
  const own =
    last >= 0 && last < steps.length - 1
      ? [
          error(
            { code: 'unreachable', path: `${path}.${last + 1}` },
            '前面的步骤已经结束流程，这里永远走不到。',
            'The steps before this always end the request, so this is never reached.',
          ),
        ]
      : [];
  const nested = steps.flatMap((step, index) =>
    kindOf(step)
      .inner(step)
      .flatMap(({ at, steps: inside }) => unreachable(inside, `${path}.${index}.${at}`)),
  );
  return [...own, ...nested];
}

/** Whether every way through the steps asks somebody. */
function decides(steps: readonly Step[]): boolean {
  return steps.some((step) => {
    if (step.when !== undefined) return false;
    if (isHuman(step)) return step.whenNobody === 'block';
    return everyWay(step, decides);
  });
}

function compensates({ structure }: Subject, id: string): boolean {
  return structure.standing.get(id)?.compensates === true;
}

function edgeFindings(subject: Subject, placed: PlacedStep): Finding[] {
  const { step, path } = placed;
  if (!isHuman(step)) return [];
  const known = (id: string) => isEarlier(subject, id, placed);
  const returns = step.returns.to
    .filter((to) => to !== 'requester' && to !== 'previous' && !known(to))
    .map((to) =>
      error(
        { code: 'return-not-earlier', path: `${path}.returns.to` },
        `退回目标「${to}」不是此前由人处理的步骤。`,
        `The return target “${to}” is not an earlier step that people decide.`,
      ),
    );
  // Whoever has carried something out may be kept from calling it back.
  const decides = (id: string) => known(id) || (compensates(subject, step.id) && subject.structure.standing.get(id)?.human === true);
  const distinct = step.distinctFrom
    .filter((id) => id === step.id || !decides(id))
    .map((id) =>
      error(
        { code: 'distinct-not-earlier', path: `${path}.distinctFrom` },
        `「${id}」不是此前由人处理的步骤。`,
        `“${id}” is not an earlier step that people decide.`,
      ),
    );
  const by = step.optional?.by;
  const optional =
    by === undefined || by === 'requester' || known(by)
      ? []
      : [
          error(
            { code: 'optional-not-earlier', path: `${path}.optional.by` },
            `「${by}」不是此前由人处理的步骤。`,
            `“${by}” is not an earlier step that people decide.`,
          ),
        ];
  return [...returns, ...distinct, ...optional];
}

/** The flow can be walked: ids, reachability, return edges, and nobody passes without being asked. Pure. */
export function flowFindings(subject: Subject): Finding[] {
  const undecided = decides(subject.definition.flow)
    ? []
    : [warning({ code: 'may-pass-undecided', path: 'flow' }, '有一条路径不经过任何人就会结束。', 'One route ends without asking anybody.')];
  return [
    ...idFindings(subject),
    ...unreachable(subject.definition.flow, 'flow'),
    ...subject.steps.flatMap((placed) => edgeFindings(subject, placed)),
    ...undecided,
  ];
}
