import { Input } from 'antd';
import { ariaOf, type ControlProps, type FieldOf } from '../control';

/** How near the longest text one has to come before the count is worth a place. */
const NEAR = 0.9;

/** Nothing that somebody types or pastes is cut: what is too long is counted, and the form's check says so. */
const countOf = (max: number) => ({
  max,
  show: ({ count }: { count: number }) => (count > max * NEAR ? `${count} / ${max}` : null),
});

export function TextControl({ field, value, onChange, id, disabled, ...rest }: ControlProps<FieldOf<'text'>>) {
  return (
    <Input
      id={id}
      value={typeof value === 'string' ? value : ''}
      count={countOf(field.maxLength)}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      autoComplete="off"
      {...ariaOf(rest)}
      {...(rest.invalid ? { status: 'error' as const } : {})}
    />
  );
}

export function LongTextControl({ field, value, onChange, id, disabled, ...rest }: ControlProps<FieldOf<'long-text'>>) {
  return (
    <Input.TextArea
      id={id}
      value={typeof value === 'string' ? value : ''}
      count={countOf(field.maxLength)}
      disabled={disabled}
      autoSize={{ minRows: 2, maxRows: 12 }}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      {...ariaOf(rest)}
      {...(rest.invalid ? { status: 'error' as const } : {})}
    />
  );
}
