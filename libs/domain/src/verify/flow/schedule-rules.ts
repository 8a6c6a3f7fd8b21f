import { isDerived } from '../../definition/fields/derived';
import type { Field } from '../../definition/fields/field.schema';
import { error, type Finding } from '../../definition/finding';
import type { Schedule, ScheduleGiven } from '../../definition/times/schedule.schema';
import type { Subject } from '../subject';

const LITERALS: Readonly<Partial<Record<Field['type'], string>>> = {
  ...{ text: 'string', 'long-text': 'string', choice: 'string', date: 'string', number: 'number', 'yes-no': 'boolean' },
};

function takesUnits({ kinds }: Extract<Field, { type: 'unit' }>, schedule: Schedule): boolean {
  return schedule.every === 'date' || schedule.units === 'posts' || schedule.units.every((kind) => kinds?.includes(kind) ?? true);
}

function fits(given: ScheduleGiven, field: Field, schedule: Schedule): boolean {
  if ('day' in given) return field.type === 'date';
  if ('unit' in given) return field.type === 'unit' && takesUnits(field, schedule);
  // What a row holds is looked at when it is sent.
  if ('column' in given) return schedule.every === 'date';
  if (field.type === 'choice') return field.options.some(({ value }) => value === given.value);
  return LITERALS[field.type] === typeof given.value;
}

function formFindings(schedule: Schedule, fields: Subject['fields']): Finding[] {
  return Object.entries(schedule.form).flatMap(([key, given]): Finding[] => {
    const field = fields.get(key);
    const path = `schedule.form.${key}`;
    if (field === undefined || field.filledAt === 'step' || isDerived(field))
      return [
        error(
          { code: 'unknown-field', path },
          `发起表单里没有字段「${key}」。`,
          `The form with which it is started has no field “${key}”.`,
        ),
      ];
    if (fits(given, field, schedule)) return [];
    return [
      error(
        { code: 'schedule-field-kind', path },
        `字段「${key}」填不进这种值。`,
        `The field “${key}” does not take a value of this kind.`,
      ),
    ];
  });
}

function missingFindings({ begins, form }: Schedule, fields: Subject['fields']): Finding[] {
  if (begins === 'draft') return [];
  const missing = [...fields.values()].filter(({ key, required, filledAt }) => required === true && filledAt === 'start' && !(key in form));
  return missing.map(({ key, label }) =>
    error(
      { code: 'schedule-field-missing', path: 'schedule.form' },
      `必填的「${label.zh}」（${key}）没有给出，到时无法提交；可以改为先建草稿，由申请人补填。`,
      `“${label.en}” (${key}) is required and nothing is given for it, so it could not be submitted; let it begin as a draft, and its requester fills in the rest.`,
    ),
  );
}

/** What keeps a process from starting by itself: who starts it may not, or its form cannot be filled so. Pure. */
export function scheduleFindings({ definition: { schedule, start }, fields }: Subject): Finding[] {
  if (schedule === undefined) return [];
  const may = 'everyone' in start || start.roles.includes(schedule.starter);
  return [
    ...(may
      ? []
      : [
          error(
            { code: 'schedule-starter', path: 'schedule.starter' },
            `角色「${schedule.starter}」不在可以发起的角色之中。`,
            `The role “${schedule.starter}” is not among those who may start it.`,
          ),
        ]),
    ...formFindings(schedule, fields),
    ...missingFindings(schedule, fields),
  ];
}
