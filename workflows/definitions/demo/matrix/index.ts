import { ownValue, type AuthorityKind, type DirectoryImportInput } from '@countersign/domain';
import { FIRST_ROWS } from './first-rows';
import type { MatrixRow } from './matrix-row';
import { SECOND_ROWS } from './second-rows';
import { THIRD_ROWS } from './third-rows';

type ImportGrant = NonNullable<DirectoryImportInput['grants']>[number];

const SINCE = '2026-01-01';

/** The matrix of authorities of the source documents (domain §3.2), row by row. */
export const MATRIX_ROWS: readonly MatrixRow[] = [...FIRST_ROWS, ...SECOND_ROWS, ...THIRD_ROWS];

/** Rows that a process asks for: its own grants carry them, and name the row. */
export const CARRIED_ROWS: ReadonlySet<string> = new Set([
  ...[
    'A004',
    'A006',
    'A012',
    'A013',
    'A014',
    'A060',
    'A084',
    'A131',
    'A132',
    'A133',
    'A134',
    'A135',
    'A136',
    'A137',
    'A138',
    'A141',
    'A142',
  ],
  ...['A143', 'A144', 'A145', 'A146', 'A187', 'A202'],
]);

/** What the documents themselves dispute is not granted (X47, G06), with what they say against it. */
const WITHHELD: Record<string, string> = {
  'A007 decide': '理财观点差 · weak with money (X47)',
  'A066 draft': '总部的流程标准应当只指导执行，不拟订 · HQ standards are guided, not drafted, by stores’ trainers (G06)',
  'A183 execute': '未经公司许可不得使用 · never without the company’s permission',
};
const PLANS: Record<string, ImportGrant['plan']> = { A006: 'in', A012: 'in', A143: 'in', A144: 'over' };

/** Grants by the rows of the matrix that no process asks for yet. A blank limit covers nothing (G01). */
export const MATRIX_GRANTS: ImportGrant[] = MATRIX_ROWS.filter(([row]) => !CARRIED_ROWS.has(row)).flatMap(
  ([row, source, held, zh, en]): ImportGrant[] =>
    held.map((each) => {
      const [role = '', kind] = each.split(' ') as [string, AuthorityKind];
      const [withheld, plan] = [ownValue(WITHHELD, `${row} ${kind}`), ownValue(PLANS, row)];
      return {
        key: `${row.toLowerCase()}-${kind}-${role}`,
        matter: `matrix-${row.toLowerCase()}`,
        title: { zh, en },
        ...{ role, kind, source: `${row} · ${source}`, validFrom: SINCE },
        ...(plan && { plan }),
        ...(withheld ? { state: 'withheld' as const, withheldReason: withheld } : {}),
      };
    }),
);
