import { Input } from 'antd';
import { ariaOf, type ControlProps, type FieldOf } from '../control';

export function TextControl({ field, value, onChange, id, disabled, ...rest }: ControlProps<FieldOf<'text'>>) {
  return (
    <Input
      id={id}
      value={typeof value === 'string' ? value : ''}
      maxLength={field.maxLength}
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
      maxLength={field.maxLength}
      disabled={disabled}
      autoSize={{ minRows: 2, maxRows: 12 }}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      {...ariaOf(rest)}
      {...(rest.invalid ? { status: 'error' as const } : {})}
    />
  );
}
