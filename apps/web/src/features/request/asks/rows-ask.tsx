import { ownValue, type Column, type Field, type Json, type RowDecision } from '@countersign/domain';
import { Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AllowedCommand, RequestView } from '../../../shared/api/wire';
import { FieldInput } from '../../../shared/form';
import { useWords } from '../../../shared/i18n/use-language';
import { FieldWords } from '../../../shared/words/field-words';
import styles from '../operation/operation.module.css';
import { decisionsIn } from './row-decisions';

type Table = Extract<Field, { type: 'table' }>;
type Word = 'accept' | 'refuse' | 'cut';

interface RowProps {
  view: RequestView;
  table: Table;
  row: Record<string, Json>;
  index: number;
  cut: Column | undefined;
  said: RowDecision | undefined;
  onSay: (said: RowDecision | null) => void;
}

const wordOf = (said: RowDecision | undefined): Word => (said === undefined ? 'accept' : said.cut ? 'cut' : 'refuse');

/** One row: what it asks for, what is said about it, and why. */
function RowAsk({ view, table, row, index, cut, said, onSay }: RowProps) {
  const { t } = useTranslation('request');
  const words = useWords();
  const name = t('rowOf', { row: index + 1 });
  const say = (word: Word): void => {
    if (word === 'accept') return onSay(null);
    const kept = { row: index, reason: said?.reason ?? '' };
    onSay(word === 'cut' ? { ...kept, cut: { amount: '', currency: (cut as { currency?: string }).currency ?? 'CNY' } } : kept);
  };
  const choices: Word[] = cut ? ['accept', 'cut', 'refuse'] : ['accept', 'refuse'];
  return (
    <li className={styles.row} data-word={wordOf(said)}>
      <span className={styles.cells}>
        {table.columns.map((column) => (
          <span key={column.key} className={column.type === 'money' ? styles.sum : undefined}>
            <FieldWords field={column} value={ownValue(row, column.key)} short />
          </span>
        ))}
      </span>
      <Segmented<Word>
        aria-label={name}
        value={wordOf(said)}
        onChange={say}
        options={choices.map((word) => ({ value: word, label: t(`row-${word}`) }))}
      />
      {said?.cut && cut ? (
        <FieldInput
          field={{ ...cut, label: { zh: `${words(cut.label)} · ${t('rowLeft')}`, en: `${words(cut.label)} · ${t('rowLeft')}` } } as Field}
          value={said.cut.amount === '' ? undefined : (said.cut as unknown as Json)}
          onChange={(value) =>
            onSay({ ...said, cut: (value ?? { amount: '', currency: said.cut?.currency ?? 'CNY' }) as RowDecision['cut'] & object })
          }
          onTouch={() => undefined}
          required
          problemAt={() => null}
          requestId={view.id}
        />
      ) : null}
      {said ? (
        <Input
          aria-label={`${name} ${t('rowReason')}`}
          placeholder={t('rowReason')}
          maxLength={500}
          value={said.reason}
          onChange={(event) => onSay({ ...said, reason: event.target.value })}
        />
      ) : null}
    </li>
  );
}

interface RowsProps {
  view: RequestView;
  rows: NonNullable<AllowedCommand['rows']>;
  said: Json | undefined;
  onChange: (table: string, said: Json) => void;
}

/** The rows of a table, each to be accepted, cut or refused; those that were refused before are not asked about. */
export function RowsAsk({ view, rows, said, onChange }: RowsProps) {
  const { t } = useTranslation('request');
  const table = view.form.fields.find((field): field is Table => field.key === rows.table && field.type === 'table');
  if (!table) return null;
  const decisions = decisionsIn(said);
  const all = (ownValue(view.form.values, rows.table) ?? []) as Record<string, Json>[];
  const gone = new Set(view.form.marks.flatMap(({ field, row, refused }) => (field === rows.table && refused ? [row] : [])));
  const cut = table.columns.find(({ key }) => key === rows.cut);
  const say = (index: number, next: RowDecision | null): void => {
    const others = decisions.filter(({ row }) => row !== index);
    const now = next ? [...others, next].sort((left, right) => left.row - right.row) : others;
    onChange(rows.table, now as unknown as Json);
  };
  return (
    <section aria-label={t('rowsTitle')}>
      <p className="hint">{t('rowsHint')}</p>
      <ol className={styles.rows}>
        {all.flatMap((row, index) =>
          gone.has(index)
            ? []
            : [
                <RowAsk
                  key={index}
                  {...{ view, table, row, index, cut }}
                  said={decisions.find((each) => each.row === index)}
                  onSay={(next) => say(index, next)}
                />,
              ],
        )}
      </ol>
    </section>
  );
}
