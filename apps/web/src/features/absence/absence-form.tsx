import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { Send } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../shared/api/client';
import { PersonPicker } from '../../shared/form';
import { MomentInput } from '../../shared/form/day/moment-input';
import { useWords } from '../../shared/i18n/use-language';
import { useProblemText } from '../../shared/kit/waiting/states';
import { showToast } from '../../shared/state/toasts';
import { outlookQuery, processesQuery, useAskAbsence, type AskedAbsence } from './absence-query';
import styles from './absence.module.css';
import { LimitsTable } from './limits-table';
import { TaskOutlook } from './task-outlook';

const REASONS = ['trip', 'leave', 'sick', 'training', 'other'] as const;

interface Filled {
  from: string;
  to: string;
  reason: (typeof REASONS)[number];
  processes: string[];
  standIn: string | null;
}
const EMPTY: Filled = { from: '', to: '', reason: 'trip', processes: [], standIn: null };

/** A time as it is typed, in the reader's own zone, as an instant; null while it is none. */
function instant(local: string): string | null {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

function askedBy({ from, to, reason, processes, standIn }: Filled): AskedAbsence | null {
  const [begin, end] = [instant(from), instant(to)];
  if (begin === null || end === null || standIn === null) return null;
  return { from: begin, to: end, reason, standIn, processes: processes.length > 0 ? processes : null };
}

/** Asks for a stand-in, and tells before the press what would follow. */
export function AbsenceForm() {
  const { t } = useTranslation('absence');
  const id = useId();
  const [filled, setFilled] = useState(EMPTY);
  const asked = askedBy(filled);
  const outlook = useQuery(outlookQuery(asked));
  const ask = useAskAbsence(() => {
    setFilled(EMPTY);
    showToast({ id: 'absence asked', tone: 'done', text: t('asked') });
  });
  const told = asked && !outlook.error ? outlook.data : undefined;
  const lack = asked === null ? t('needed') : outlook.error === null ? null : t('wrong');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asked) ask.mutate(asked);
  };
  return (
    <form className={styles.split} onSubmit={submit}>
      <div className={styles.left}>
        <Fields filled={filled} onChange={(change) => setFilled({ ...filled, ...change })} />
        <Faults error={ask.error ?? (asked ? outlook.error : null)} />
        {told && asked ? <LimitsTable rows={told.limits} standIn={asked.standIn} load={told.load} /> : null}
      </div>
      <aside className={styles.aside}>
        <TaskOutlook outlook={told} wrong={outlook.error !== null} loading={outlook.isFetching} />
        <div className={styles.send}>
          <span className="hint" id={`${id}-lack`}>
            {lack ?? t('signedFor')}
          </span>
          <Button
            type="primary"
            htmlType="submit"
            icon={<Send size={16} aria-hidden />}
            disabled={lack !== null}
            title={lack ?? undefined}
            aria-describedby={`${id}-lack`}
            loading={ask.isPending}
          >
            {t('ask')}
          </Button>
        </div>
      </aside>
    </form>
  );
}

/** What is wrong, field by field, or as a whole. */
function Faults({ error }: { error: unknown }) {
  const words = useWords();
  const problemText = useProblemText();
  if (!error) return null;
  const fields = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  return (
    <ul className={styles.faults} role="alert">
      {fields.length > 0 ? fields.map(({ field, message }) => <li key={field}>{words(message)}</li>) : <li>{problemText(error)}</li>}
    </ul>
  );
}

function Fields({ filled, onChange }: { filled: Filled; onChange(change: Partial<Filled>): void }) {
  const { t } = useTranslation('absence');
  const words = useWords();
  const id = useId();
  const processes = useQuery(processesQuery).data?.items ?? [];
  const { from, to, reason, standIn } = filled;
  return (
    <div className={styles.fields}>
      <Time id={`${id}-from`} end="from" value={from} onChange={(next) => onChange({ from: next })} />
      <Time id={`${id}-to`} end="to" value={to} onChange={(next) => onChange({ to: next })} />
      <div className={styles.wide}>
        <span className={styles.label} id={`${id}-reason`}>
          {t('reason')}
        </span>
        <Segmented
          aria-labelledby={`${id}-reason`}
          block
          value={reason}
          onChange={(next) => onChange({ reason: next })}
          options={REASONS.map((each) => ({ value: each, label: t(`reason-${each}`) }))}
        />
      </div>
      <div className={styles.wide}>
        <label className={styles.label} htmlFor={`${id}-processes`}>
          {t('processes')} <span className="hint">{t('processesHint')}</span>
        </label>
        <Select
          id={`${id}-processes`}
          className={styles.full ?? ''}
          mode="multiple"
          allowClear
          maxTagCount="responsive"
          placeholder={t('processesAll')}
          value={filled.processes}
          onChange={(next: string[]) => onChange({ processes: next })}
          optionFilterProp="label"
          options={processes.map(({ key, title }) => ({ value: key, label: words(title) }))}
        />
      </div>
      <div className={styles.wide}>
        <label className={styles.label} id={`${id}-label`} htmlFor={`${id}-person`}>
          {t('standIn')} <span className="hint">{t('standInHint')}</span>
        </label>
        <PersonPicker id={`${id}-person`} labelId={`${id}-label`} value={standIn} onChange={(next) => onChange({ standIn: next })} />
      </div>
    </div>
  );
}

/** Where a working day begins and ends for most. */
const USUAL = { from: '09:00', to: '18:00' } as const;

function Time({ id, end, value, onChange }: { id: string; end: 'from' | 'to'; value: string; onChange(value: string): void }) {
  const { t } = useTranslation('absence');
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {t(end)}
      </label>
      <MomentInput id={id} value={value} usual={USUAL[end]} labels={{ day: t('day'), time: t(`time-${end}`) }} onChange={onChange} />
    </div>
  );
}
