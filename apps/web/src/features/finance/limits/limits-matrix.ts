import type { Bilingual } from '@countersign/domain';
import type { Grant } from './limits-query';

/** One line of the matrix: a role on one side of the plan. */
export interface LimitLine {
  role: string;
  title: Bilingual;
  plan: string;
  /** By matter; absent: the role has no such limit, and cases go upward. */
  cells: ReadonlyMap<string, Grant>;
}

export interface LimitMatrix {
  columns: { matter: string; title: Bilingual }[];
  lines: LimitLine[];
}

const reach = ({ limit }: Grant): number => (limit === 'no-limit' ? Infinity : limit === null ? -1 : Number(limit.amount));

/** Limits of roles in force, as a matrix of roles and matters: who reaches least stands first, matters without any amount last. Pure. */
export function limitMatrix(grants: readonly Grant[]): LimitMatrix {
  const held = grants.filter(({ role, inForce, state }) => role !== null && (inForce || state === 'withheld'));
  const titles = [...new Map(held.map(({ matter, title }) => [matter, title]))];
  const limited = new Set(held.filter(({ limit }) => limit !== null).map(({ matter }) => matter));
  const columns = titles
    .map(([matter, title]) => ({ matter, title }))
    .sort((left, right) => Number(limited.has(right.matter)) - Number(limited.has(left.matter)));
  const lines = new Map<string, Grant[]>();
  for (const grant of held) {
    const name = `${grant.role ?? ''} ${grant.plan === 'over' ? 'over' : 'in'}`;
    lines.set(name, [...(lines.get(name) ?? []), grant]);
  }
  const furthest = (line: readonly Grant[]): number => Math.max(...line.map(reach));
  const roleReach = (line: readonly Grant[]): number =>
    Math.max(...[...lines.values()].filter(([first]) => first?.role === line[0]?.role).map(furthest));
  const sorted = [...lines.values()].sort(
    (left, right) =>
      roleReach(left) - roleReach(right) ||
      (left[0]?.role ?? '').localeCompare(right[0]?.role ?? '') ||
      (left[0]?.plan === 'over' ? 1 : 0) - (right[0]?.plan === 'over' ? 1 : 0),
  );
  return {
    columns,
    lines: sorted.flatMap((line): LimitLine[] => {
      const [first] = line;
      if (!first?.role) return [];
      const cells = new Map(line.map((grant) => [grant.matter, grant]));
      return [{ role: first.role, title: first.roleTitle ?? { zh: first.role, en: first.role }, plan: first.plan, cells }];
    }),
  };
}
