import { ownValue, parseAmount } from '@countersign/domain';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { figures } from '../budget-tree';
import { useWords } from '../../../shared/i18n/use-language';
import type { LimitMatrix } from './limits-matrix';
import type { Grant } from './limits-query';
import styles from './limits.module.css';

/** What a reader types into cells, by the grants that they change. */
export type Edits = Readonly<Record<string, string>>;

interface TableProps {
  matrix: LimitMatrix;
  edits: Edits;
  /** Null: it is only read. */
  onEdit: ((grant: string, typed: string | null) => void) | null;
}

/** A typed limit; null: it is none. “不限” and “no limit” are meant as they stand, and nothing goes upward. */
export function typedLimit(typed: string): { amount: string | null; unlimited: boolean } | null {
  const text = typed.trim().toLowerCase();
  if (text === '') return { amount: null, unlimited: false };
  if (text === '不限' || text === 'no limit') return { amount: null, unlimited: true };
  const read = parseAmount(text, 'CNY');
  return read.ok && !read.decimal.startsWith('-') ? { amount: read.decimal, unlimited: false } : null;
}

function useCellText(): (grant: Grant | undefined) => string {
  const { t } = useTranslation('limits');
  return (grant) => {
    if (grant === undefined) return t('upward');
    if (grant.state === 'withheld') return t('withheld');
    return grant.limit === null ? t('upward') : grant.limit === 'no-limit' ? t('unlimited') : figures(grant.limit);
  };
}

function Cell({ grant, edits, onEdit, label }: Omit<TableProps, 'matrix'> & { grant: Grant | undefined; label: string }) {
  const cellText = useCellText();
  const typed = grant && ownValue(edits, grant.id);
  const text = cellText(grant);
  const tone =
    grant === undefined || (grant.limit === null && grant.state !== 'withheld') ? 'none' : grant.state === 'withheld' ? 'withheld' : 'held';
  if (grant === undefined || onEdit === null)
    return (
      <span className={styles.cell} data-tone={tone} title={grant?.withheldReason ?? grant?.source ?? ''}>
        {text}
      </span>
    );
  const wrong = typed !== undefined && typedLimit(typed) === null;
  return (
    <span className={styles.cell} data-tone={tone} data-changed={typed !== undefined} title={grant.withheldReason ?? grant.source ?? ''}>
      {typed === undefined ? null : <s>{text}</s>}
      <Input
        aria-label={label}
        variant="borderless"
        maxLength={24}
        value={typed ?? text}
        {...(wrong ? { status: 'error' as const, 'aria-invalid': true } : {})}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => onEdit(grant.id, target.value === text ? null : target.value)}
      />
    </span>
  );
}

/** Who may approve how much of what. */
export function LimitsTable({ matrix, edits, onEdit }: TableProps) {
  const { t } = useTranslation('limits');
  const words = useWords();
  return (
    <div className={`card ${styles.frame}`} role="region" aria-label={t('matrix')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('perCase')}</th>
            {matrix.columns.map(({ matter, title }) => (
              <th key={matter} scope="col">
                {words(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.lines.map(({ role, title, plan, cells }) => {
            const name = plan === 'over' ? t('overPlan', { role: words(title) }) : words(title);
            return (
              <tr key={`${role} ${plan}`}>
                <th scope="row">{name}</th>
                {matrix.columns.map(({ matter, title: of }) => (
                  <td key={matter}>
                    <Cell grant={cells.get(matter)} edits={edits} onEdit={onEdit} label={`${name} · ${words(of)}`} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
