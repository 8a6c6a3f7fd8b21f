import type { Field } from '../../definition/fields/field.schema';
import { error, type Finding } from '../../definition/finding';
import type { Subject } from '../subject';

/** What two requests can be told to say alike. */
const COMPARABLE: readonly string[] = ['text', 'choice', 'yes-no', 'number', 'date', 'person', 'unit', 'request'];

function ownFindings(field: Extract<Field, { type: 'request' }>, path: string, { fields }: Subject): Finding[] {
  return (field.same ?? []).flatMap(([key], index): Finding[] => {
    const own = fields.get(key);
    const at = `${path}.same.${index}`;
    if (own === undefined)
      return [error({ code: 'unknown-field', path: at }, `表单里没有字段「${key}」。`, `The form has no field “${key}”.`)];
    if (COMPARABLE.includes(own.type)) return [];
    return [
      error(
        { code: 'not-comparable', path: at },
        `「${own.label.zh}」不能与另一份申请的内容比较。`,
        `“${own.label.en}” cannot be compared with what another request says.`,
      ),
    ];
  });
}

/** What is asked of a request that a field names: only of one process, and about fields that can be compared. Pure. */
export function linkedFindings(subject: Subject): Finding[] {
  return subject.definition.form.fields.flatMap((field, index) => {
    if (field.type !== 'request' || (field.must === undefined && field.same === undefined)) return [];
    const path = `form.fields.${index}`;
    const anyProcess = field.same !== undefined && field.definition === undefined;
    return [
      ...(anyProcess
        ? [
            error(
              { code: 'same-of-any', path: `${path}.same` },
              `「${field.label.zh}」要与所选申请一致，须用 definition 指明是哪个流程的申请。`,
              `“${field.label.en}” has to agree with the request that is named; say by “definition” of which process that is.`,
            ),
          ]
        : []),
      ...ownFindings(field, path, subject),
    ];
  });
}
