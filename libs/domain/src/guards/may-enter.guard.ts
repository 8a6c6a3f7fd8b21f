import { z } from 'zod';
import { refusal } from '../request/refusal';
import { startRefusal } from './may-start.guard';
import { defineGuard, valueWith } from './guard';
import { ownValue } from '../text/own-value';

const entranceSchema = z.strictObject({ value: z.string(), roles: z.array(z.string()).nullable() });

/** The request comes in by one of the entrances of its process, and by one that is open to its requester. */
export const mayEnter = defineGuard({
  params: z.strictObject({ field: z.string(), each: z.array(entranceSchema) }),
  fields: ({ field }) => [field],
  refuse(input, { field, each }) {
    const { command, context, facts } = input;
    const entrance = each.find(({ value }) => value === valueWith(input, field));
    if (entrance === undefined) return refusal('invalid-field', { fields: [field] });
    // Whoever was given this one by another request, or came in by it before, is asked for no role.
    const material = 'material' in command ? command.material : {};
    const before = ownValue(material, field) !== undefined && ownValue(material, field) === ownValue(context.material, field);
    const given = before || (command.type === 'submit' && command.parent?.entered === entrance.value);
    return given ? null : startRefusal(entrance.roles, facts.actor?.id === command.actor ? facts.actor : null);
  },
});
