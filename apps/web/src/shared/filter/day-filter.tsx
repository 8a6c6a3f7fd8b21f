import { useId, useState } from 'react';
import { DayField } from '../form';
import { dayIn } from '../state/address-words';

const NOT_AHEAD = { notAfter: 'today' } as const;

interface DayFilterProps {
  label: string;
  value: string | undefined;
  onValue: (day: string | undefined) => void;
}

/** A day that narrows a list; what is no day of the calendar stays in the field and narrows nothing. */
export function DayFilter({ label, value, onValue }: DayFilterProps) {
  const id = useId();
  const [typed, setTyped] = useState(value ?? null);
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <DayField
        id={id}
        value={typed}
        invalid={typed !== null && dayIn(typed) === undefined}
        takes={NOT_AHEAD}
        onChange={(day) => {
          setTyped(day);
          onValue(dayIn(day));
        }}
      />
    </>
  );
}
