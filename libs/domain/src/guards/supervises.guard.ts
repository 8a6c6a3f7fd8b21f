import { refusal } from '../request/refusal';
import { supervisorsOf } from '../request/supervision';
import { defineGuard, noParams } from './guard';

/** The actor was copied to supervise the request. */
export const supervises = defineGuard({
  params: noParams,
  refuse: ({ context, command }) => (supervisorsOf(context).includes(command.actor) ? null : refusal('not-supervisor')),
});
