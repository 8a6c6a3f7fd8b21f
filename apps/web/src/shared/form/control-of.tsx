import type { Column, Field } from '@countersign/domain';
import type { ComponentType } from 'react';
import { MoneyControl, MoneySumControl, NumberControl } from './controls/amount-control';
import { ChoiceControl, YesNoControl } from './controls/choice-control';
import { DateControl, DateRangeControl } from './controls/date-control';
import { FilesControl } from './controls/files-control';
import { PersonControl, RequestControl, UnitControl } from './controls/lookup-controls';
import { LongTextControl, TextControl } from './controls/text-control';
import type { ControlProps, FieldOf } from './control';

type Simple = Exclude<Field['type'], 'table'>;

/** One control per type of field; a new type that is forgotten here does not type-check. Tables hold controls and stand apart. */
const controls: { [T in Simple]: ComponentType<ControlProps<FieldOf<T>>> } = {
  text: TextControl,
  'long-text': LongTextControl,
  number: NumberControl,
  money: MoneyControl,
  'money-sum': MoneySumControl,
  date: DateControl,
  'date-range': DateRangeControl,
  choice: ChoiceControl,
  'yes-no': YesNoControl,
  person: PersonControl,
  unit: UnitControl,
  request: RequestControl,
  files: FilesControl,
};

/** The control of a field or of a table's column. */
export function ControlOf(props: ControlProps<Exclude<Field, { type: 'table' }> | Column>) {
  const Control = controls[props.field.type] as ComponentType<ControlProps>;
  return <Control {...props} />;
}
