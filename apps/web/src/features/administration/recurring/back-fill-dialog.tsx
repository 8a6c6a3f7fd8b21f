import { useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { useProblemText } from '../../../shared/kit/states';
import styles from './recurring.module.css';
import { foreseenQuery, useRecurring, type BackFill, type Days, type RecurringProcess } from './recurring-query';

interface BackFillDialogProps {
  process: RecurringProcess;
  /** From which day on, as it opens. */
  first: string;
  today: string;
  onClose: () => void;
}

/** So many are named. */
const NAMED = 12;

/** Starts what was not started on some days, after it has shown what that is. */
export function BackFillDialog({ process, first, today, onClose }: BackFillDialogProps) {
  const { t } = useTranslation('recurring');
  const words = useWords();
  const problemText = useProblemText();
  const [days, setDays] = useState<Days>({ from: first, to: first });
  const foreseen = useQuery({ ...foreseenQuery(process.key, days), enabled: days.from !== '' && days.to !== '' });
  const count = foreseen.isPlaceholderData || foreseen.error ? 0 : (foreseen.data?.count ?? 0);
  const fill = useRecurring<Days>({
    path: `${process.key}/back-fill`,
    body: (asked) => asked,
    done: t('filled', { count }),
    onDone: onClose,
  });
  const why = foreseen.error
    ? problemText(foreseen.error)
    : t(foreseen.data && !foreseen.isPlaceholderData ? 'fillNothing' : 'fillLooking');
  return (
    <Modal
      open
      centered
      width={460}
      title={t('fillTitle', { process: words(process.title) })}
      onCancel={onClose}
      onOk={() => fill.mutate(days)}
      okText={t('fillSend', { count })}
      okButtonProps={{ disabled: count === 0, loading: fill.isPending, 'aria-description': count === 0 ? why : undefined }}
    >
      <div className={styles.ask}>
        <p>{t('fillHint')}</p>
        <div className={styles.days}>
          <Day label={t('fillFrom')} value={days.from} today={today} onChange={(from) => setDays({ ...days, from })} />
          <Day label={t('fillTo')} value={days.to} today={today} onChange={(to) => setDays({ ...days, to })} />
        </div>
        <div role="status" className={styles.foreseen}>
          {count > 0 && foreseen.data ? <Foreseen fill={foreseen.data} /> : <p className={foreseen.error ? styles.why : 'hint'}>{why}</p>}
        </div>
      </div>
    </Modal>
  );
}

function Day({ label, value, today, onChange }: { label: string; value: string; today: string; onChange: (day: string) => void }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input id={id} type="date" value={value} max={today} aria-required onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

function Foreseen({ fill: { count, items } }: { fill: BackFill }) {
  const { t } = useTranslation('recurring');
  const words = useWords();
  const named = items.slice(0, NAMED);
  return (
    <>
      <p>{t('fillCount', { count })}</p>
      <ul>
        {named.map(({ unit, day }) => (
          <li key={`${unit.id} ${day}`}>
            {words(unit.name)} {day}
          </li>
        ))}
      </ul>
      {count > named.length ? <p className="hint">{t('fillMore', { count: count - named.length })}</p> : null}
    </>
  );
}
