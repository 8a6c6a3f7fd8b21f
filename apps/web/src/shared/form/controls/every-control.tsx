import { BudgetControl } from './budget-control';
import { DaysControl } from '../day/days-control';
import type { Column, Field } from '@countersign/domain';
import type { ComponentType } from 'react';
import { MoneyControl, MoneySumControl, NumberControl } from './amount-control';
import { ChoiceControl, YesNoControl } from './choice-control';
import { DateControl, DateRangeControl } from '../day/date-control';
import { FilesControl } from '../upload/files-control';
import { PeopleControl, PersonControl, RequestControl, UnitControl } from './lookup-controls';
import { LongTextControl, TextControl } from './text-control';
import type { ControlProps, FieldOf } from '../control';

type Simple = Exclude<Field['type'], 'table'>;

/** One control per type of field; a new type that is forgotten here does not type-check. Tables hold controls and stand apart. */
const controls: { [T in Simple]: ComponentType<ControlProps<FieldOf<T>>> } = {
  text: TextControl,
  'long-text': LongTextControl,
  number: NumberControl,
  money: MoneyControl,
  'money-sum': MoneySumControl,
  days: DaysControl,
  budget: BudgetControl,
  date: DateControl,
  'date-range': DateRangeControl,
  choice: ChoiceControl,
  'yes-no': YesNoControl,
  person: PersonControl,
  people: PeopleControl,
  unit: UnitControl,
  request: RequestControl,
  files: FilesControl,
};

/** The control of a field or of a table's column. */
export function EveryControl(props: ControlProps<Exclude<Field, { type: 'table' }> | Column>) {
  const Control = controls[props.field.type] as ComponentType<ControlProps>;
  return <Control {...props} />;
}
