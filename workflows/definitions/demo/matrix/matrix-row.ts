import type { AuthorityKind } from '@countersign/domain';
import type { RoleKey } from '../demo-roles';

/** One row of the source documents' matrix of authorities: where it stands there, who holds which kind over it, and what it is called. */
export type MatrixRow = readonly [
  row: `A${string}`,
  source: string,
  held: readonly `${RoleKey} ${AuthorityKind}`[],
  zh: string,
  en: string,
];
