import { Select } from 'antd';

/** Every half hour of a day. */
const TIMES = Array.from({ length: 48 }, (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`);

/** A time of day, `HH:MM`; one that was set elsewhere to another minute stays among those to choose from. */
export function TimeOfDay({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const times = TIMES.includes(value) ? TIMES : [...TIMES, value].sort();
  return (
    <Select
      aria-label={label}
      value={value}
      showSearch
      style={{ width: 96 }}
      options={times.map((time) => ({ value: time, label: time }))}
      onChange={onChange}
    />
  );
}
