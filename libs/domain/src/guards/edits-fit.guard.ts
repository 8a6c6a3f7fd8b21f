import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** Whoever corrects a form raises no money for which nobody asks their limit; what the limit covers, `within-limit` looks at. */
export const editsFit = defineGuard({
  params: noParams,
  refuse({ command }) {
    const raised = 'edits' in command ? (command.edits?.raised ?? []) : [];
    return raised.length === 0 ? null : refusal('edit-raises', { fields: raised });
  },
});
