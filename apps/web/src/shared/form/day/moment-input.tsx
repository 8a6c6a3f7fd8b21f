import { Input } from 'antd';
import { useViewport } from '../../state/viewport';
import styles from './day.module.css';
import { DayBox } from './day-box';
import { DayInput } from './day-input';
import { TimeOfDay } from './time-of-day';

interface MomentInputProps {
  id: string;
  /** `YYYY-MM-DDTHH:MM` by the reader's own clock; '' while there is none. */
  value: string;
  /** The time of day that a day begins with: `HH:MM`. */
  usual: string;
  labels: { day: string; time: string };
  onChange: (value: string) => void;
}

/** A day and a time of it: on a phone its own wheel, elsewhere typed or picked as days are everywhere. */
export function MomentInput({ id, value, usual, labels, onChange }: MomentInputProps) {
  const phone = useViewport() === 'phone';
  if (phone)
    return (
      <Input id={id} type="datetime-local" className={styles.wheel ?? ''} value={value} onChange={({ target }) => onChange(target.value)} />
    );
  const [day = '', time = usual] = value.split('T');
  const invalid = day !== '' && Number.isNaN(Date.parse(value));
  return (
    <div className={styles.moment}>
      <DayBox invalid={invalid} disabled={false}>
        <DayInput
          id={id}
          value={day === '' ? null : day}
          onChange={(next) => onChange(next === null ? '' : `${next}T${time}`)}
          placeholder={labels.day}
          disabled={false}
          invalid={invalid}
          takes={{ notBefore: 'today' }}
        />
      </DayBox>
      <TimeOfDay label={labels.time} value={time} onChange={(next) => onChange(day === '' ? '' : `${day}T${next}`)} />
    </div>
  );
}
