import type { BudgetField } from '../../definition/fields/budget-field';
import { kindOf } from '../../definition/step.schema';
import type { Operand } from '../../definition/condition.schema';
import type { Column, Field } from '../../definition/fields/field.schema';
import { columnAt, type Subject } from '../subject';

/** What an operand is compared as; `money` with its currency. `list` can only be asked whether it is filled. */
export type OperandType = 'text' | 'number' | 'boolean' | 'list' | `money ${string}`;

/** Why an operand has no type. */
export interface Unknown {
  unknown: 'field' | 'table-column' | 'countable' | 'parameter' | 'opinion';
  name: string;
}

function typeOfField(field: Field | Column): OperandType {
  switch (field.type) {
    case 'number':
    case 'days':
    case 'table':
      return 'number';
    case 'yes-no':
      return 'boolean';
    case 'money':
    case 'money-sum':
      return `money ${field.currency}`;
    case 'files':
    case 'people':
    case 'date-range':
      return 'list';
    default:
      return 'text';
  }
}

function typeOfPath(subject: Subject, path: string): OperandType | Unknown {
  const [key = '', part] = path.split('.');
  const field = subject.fields.get(key);
  if (part === undefined) return field ? typeOfField(field) : { unknown: 'field', name: path };
  if (field?.type === 'budget') return typeOfPart(subject, field, part);
  if (field?.type === 'date-range' && (part === 'from' || part === 'to')) return 'text';
  const column = columnAt(subject, path);
  if (column === undefined) return { unknown: 'field', name: path };
  return column.type === 'money' || column.type === 'number' ? typeOfField(column) : 'list';
}

const MONEY_PARTS: readonly string[] = ['available', 'covered', 'over'];

function typeOfPart(subject: Subject, field: BudgetField, part: string): OperandType | Unknown {
  if (part === 'inPlan') return 'boolean';
  const amount = subject.fields.get(field.amount);
  return MONEY_PARTS.includes(part) && amount ? typeOfField(amount) : { unknown: 'field', name: `${field.key}.${part}` };
}

function typeOfSum(subject: Subject, path: string): OperandType | Unknown {
  const column = columnAt(subject, path);
  return column?.type === 'money' || column?.type === 'number' ? typeOfField(column) : { unknown: 'table-column', name: path };
}

function typeOfLiteral(value: string | number | boolean): OperandType {
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean';
}

function typeOfParameter(written: Subject['definition']['parameters'][number]['default']): OperandType {
  return typeof written === 'object' ? `money ${written.currency}` : typeOfLiteral(written);
}

/** The type of an operand, or what it names that does not exist. Pure. */
export function operandType(subject: Subject, operand: Operand): OperandType | Unknown {
  if ('field' in operand) return typeOfPath(subject, operand.field);
  if ('sum' in operand) return typeOfSum(subject, operand.sum);
  if ('count' in operand) {
    const type = subject.fields.get(operand.count)?.type;
    return type === 'table' || type === 'files' || type === 'people' ? 'number' : { unknown: 'countable', name: operand.count };
  }
  if ('param' in operand) {
    const parameter = subject.definition.parameters.find(({ key }) => key === operand.param);
    return parameter ? typeOfParameter(parameter.default) : { unknown: 'parameter', name: operand.param };
  }
  if ('stance' in operand) {
    return subject.steps.some(({ step }) => step.id === operand.stance && kindOf(step).decision?.signed)
      ? 'text'
      : { unknown: 'opinion', name: operand.stance };
  }
  return 'money' in operand ? `money ${operand.currency}` : typeOfLiteral(operand.value);
}
