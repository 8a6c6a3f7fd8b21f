import { isDerived } from '../../definition/fields/derived';
import type { Field } from '../../definition/fields/field.schema';
import type { CommandBody, CommandShapes } from '../../request/command';
import type { Reading } from '../operation';

/** Whether its requester fills a field in, and may be asked to change it. */
const isNameable = (field: Field): boolean => field.filledAt === 'start' && !isDerived(field);

/** What a return names: fields of its requester that somebody fills in, each once, in the order of the form; and where it names something else. Pure. */
export function namedBy({ to, change = [] }: CommandBody, reading: Reading | null): Pick<CommandShapes['return'], 'change' | 'unnameable'> {
  if (reading === null || change.length === 0) return {};
  if (to !== 'requester') return { unnameable: 'change' };
  const fields = reading.process.definition.form.fields.filter(isNameable).map(({ key }) => key);
  const stranger = change.findIndex((key) => !fields.includes(key));
  return stranger < 0 ? { change: fields.filter((key) => change.includes(key)) } : { unnameable: `change.${stranger}` };
}
