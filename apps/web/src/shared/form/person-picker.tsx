import type { FieldOf } from './control';
import { ControlOf } from './control-of';
import { EVERYBODY, FitnessContext, type Fitness } from './fitness';

/** Stands for a field of a form: people are looked for in the same way everywhere. */
const anybody: FieldOf<'person'> = {
  type: 'person',
  key: 'person',
  label: { zh: '人', en: 'Person' },
  required: false,
  material: false,
  filledAt: 'start',
};

interface PersonPickerProps {
  id: string;
  labelId: string;
  value: string | null;
  onChange(personId: string | null): void;
  /** Who of those that are found may be picked; absent: everybody. */
  fitness?: Fitness;
}

/** Picks one person of the directory, outside a definition's form. */
export function PersonPicker({ id, labelId, value, onChange, fitness = EVERYBODY }: PersonPickerProps) {
  const control = (
    <ControlOf
      field={anybody}
      value={value}
      onChange={(next) => onChange(typeof next === 'string' ? next : null)}
      id={id}
      labelId={labelId}
      invalid={false}
      disabled={false}
    />
  );
  return <FitnessContext value={fitness}>{control}</FitnessContext>;
}
