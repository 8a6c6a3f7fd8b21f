import { oneOf, type Dice } from './loaded-dice.fixture';

const title = { zh: '节点', en: 'Step' };
const holders = (role: string) => ({ by: 'role', role, scope: 'company' });
const AGAIN = { to: ['requester', 'previous'], resume: 'choose' };

/** What steps of several need of the form. */
export const FIELDS_OF_SEVERAL = [
  { key: 'lines', type: 'table', label: title, columns: [{ key: 'cost', type: 'money', label: title, required: true }] },
  { key: 'count', type: 'number', label: title, filledAt: 'step' },
  { key: 'minutes', type: 'text', label: title, filledAt: 'step' },
];

function checklist(writes: boolean): object {
  const items = [
    { id: 'first', title },
    { id: 'both', title, with: [holders('lead')], waivable: true, after: ['first'] },
    { id: 'counted', title, mandatory: false, owner: holders('gm'), evidence: writes ? ['count'] : [] },
  ];
  return {
    kind: 'checklist',
    title,
    assignee: holders('checker'),
    waive: holders('manager'),
    items,
    fields: { write: writes ? ['count'] : [] },
    returns: AGAIN,
  };
}

/** What several do, each their own part; `writes`: it may fill in fields that are filled in at a step. */
export function bySeveral(dice: Dice, writes: boolean): object {
  const rule = oneOf<object>(
    dice,
    { by: 'all' },
    { by: 'any' },
    { by: 'in-order' },
    { by: 'all-answer' },
    { by: 'number', of: 2 },
    { by: 'per-group' },
  );
  const people = [{ assignee: holders('checker') }, { assignee: holders('lead') }];
  const signing = { people, rule, rejection: oneOf(dice, 'veto', 'majority'), abstention: oneOf(dice, undefined, 'lowers', 'as-no') };
  switch (dice(writes ? 5 : 4)) {
    case 0:
      return checklist(writes);
    case 1:
      return {
        kind: 'subprocess',
        title,
        definition: 'other',
        each: 'lines',
        map: { about: { column: 'cost' } },
        wait: oneOf<unknown>(dice, 'all', 'any', 2),
        onRejected: oneOf(dice, 'block', 'reject', 'ignore'),
        rest: oneOf(dice, 'withdraw', 'go-on'),
      };
    case 2:
      return { kind: 'countersign', title, ...signing, returns: AGAIN };
    case 3:
      return { kind: 'approve', title, assignee: holders('checker'), rows: { table: 'lines', cut: 'cost' }, returns: AGAIN };
    default:
      return { kind: 'meeting', title, secretary: { assignee: holders('checker') }, records: ['minutes'], ...signing };
  }
}
