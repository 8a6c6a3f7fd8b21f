import { useQuery } from '@tanstack/react-query';
import { isDay } from '@countersign/domain';
import { Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField, useCompanyDay } from '../../../shared/form';
import { useWords } from '../../../shared/i18n/use-language';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { useDayText } from '../../../shared/words/day-text';
import styles from './recurring.module.css';
import { foreseenQuery, useRecurring, type BackFill, type Days, type RecurringProcess } from './recurring-query';

interface BackFillDialogProps {
  process: RecurringProcess;
  /** From which day on, as it opens. */
  first: string;
  onClose: () => void;
}

/** So many are named. */
const NAMED = 12;

/** Starts what was not started on some days, after it has shown what that is. */
export function BackFillDialog({ process, first, onClose }: BackFillDialogProps) {
  const { t } = useTranslation('recurring');
  const words = useWords();
  const problemText = useProblemText();
  const [days, setDays] = useState<Days>({ from: first, to: first });
  const today = useCompanyDay()();
  const known = isDay(days.from) && isDay(days.to);
  const foreseen = useQuery({ ...foreseenQuery(process.key, days), enabled: known });
  const count = !known || foreseen.isPlaceholderData || foreseen.error ? 0 : (foreseen.data?.count ?? 0);
  const fill = useRecurring<Days>({
    path: `${process.key}/back-fill`,
    body: (asked) => asked,
    done: t('filled', { count }),
    onDone: onClose,
  });
  const looked = foreseen.data && !foreseen.isPlaceholderData ? 'fillNothing' : 'fillLooking';
  const wrong = known && foreseen.error ? problemText(foreseen.error) : known ? null : t('fillDays');
  const why = wrong ?? t(looked);
  return (
    <Modal
      open
      centered
      width={460}
      title={t(first === today ? 'todayTitle' : 'fillTitle', { process: words(process.title) })}
      onCancel={onClose}
      onOk={() => fill.mutate(days)}
      okText={t('fillSend', { count })}
      okButtonProps={{ disabled: count === 0, loading: fill.isPending, 'aria-description': count === 0 ? why : undefined }}
    >
      <div className={styles.ask}>
        <p>{t('fillHint')}</p>
        <div className={styles.days}>
          <Day label={t('fillFrom')} value={days.from} onChange={(from) => setDays({ ...days, from })} />
          <Day label={t('fillTo')} value={days.to} onChange={(to) => setDays({ ...days, to })} />
        </div>
        <div role="status" className={styles.foreseen}>
          {count > 0 && foreseen.data ? <Foreseen fill={foreseen.data} /> : <p className={wrong ? styles.why : 'hint'}>{why}</p>}
        </div>
      </div>
    </Modal>
  );
}

const NOT_AHEAD = { notAfter: 'today' } as const;

function Day({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <DayField id={id} value={value} invalid={!isDay(value)} takes={NOT_AHEAD} onChange={(day) => onChange(day ?? '')} />
    </div>
  );
}

function Foreseen({ fill: { count, items } }: { fill: BackFill }) {
  const { t } = useTranslation('recurring');
  const words = useWords();
  const dayText = useDayText();
  const named = items.slice(0, NAMED);
  return (
    <>
      <p>{t('fillCount', { count })}</p>
      <ul>
        {named.map(({ unit, day }) => (
          <li key={`${unit.id} ${day}`}>
            {words(unit.name)} {dayText(day)}
          </li>
        ))}
      </ul>
      {count > named.length ? <p className="hint">{t('fillMore', { count: count - named.length })}</p> : null}
    </>
  );
}
