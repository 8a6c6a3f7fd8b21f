import type { FieldType } from '../../definition/fields/field.schema';
import { error, type Finding } from '../../definition/finding';
import { paysAt } from '../../people/deciders';
import type { Subject } from '../subject';

const PAYEES: readonly (FieldType | undefined)[] = ['text', 'person', 'choice', 'unit'];

/** What is paid has an amount, a payee and a slip that whoever pays writes down. Pure. */
export function paymentFindings({ definition, steps, fields }: Subject): Finding[] {
  return steps.flatMap(({ step, path }) => {
    const pays = paysAt(step);
    if (pays === null || step.kind !== 'work') return [];
    const { to, slip } = pays;
    const found: Finding[] = [];
    if (definition.amount === undefined || step.authority?.kind !== 'execute')
      found.push(
        error(
          { code: 'pays-nothing', path: `${path}.pays` },
          '付款步骤须写明「执行」权限，流程须有金额字段。',
          'A step that pays needs the authority “execute”, and its process an amount.',
        ),
      );
    if (to !== undefined && !PAYEES.includes(fields.get(to)?.type))
      found.push(
        error({ code: 'not-a-payee', path: `${path}.pays.to` }, `「${to}」不是收款人字段。`, `“${to}” is no field that names a payee.`),
      );
    if (fields.get(slip)?.type !== 'text' || !step.fields.required.includes(slip))
      found.push(
        error(
          { code: 'slip-not-required', path: `${path}.pays.slip` },
          `「${slip}」须是这一步必填的文本字段。`,
          `“${slip}” has to be a text that this step requires.`,
        ),
      );
    return found;
  });
}
