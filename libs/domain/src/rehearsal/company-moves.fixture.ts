import type { CommandBody } from '../request/command';
import { PATH, PEOPLE } from './company.fixture';
import type { Rules } from './random-steps.fixture';

/** Every rule by which a step finds people, as the dice fall. */
export const rules: Rules = (dice) => {
  const one = (): object =>
    [
      { by: 'role', role: 'checker', scope: 'company' },
      { by: 'role', role: 'lead' },
      { by: 'superior', level: 1 + dice(3) },
      { by: 'climb' },
      { by: 'climb', until: { role: ['lead', 'manager', 'gm'][dice(3)] } },
      { by: 'person', person: PEOPLE[2 + dice(PEOPLE.length - 2)] },
      { by: 'field', field: 'friend' },
      { by: 'field', field: 'board', ...(dice(2) === 0 && { roles: ['checker', 'lead', 'manager'] }) },
      { by: 'unit-head', of: { unit: PATH[dice(PATH.length)] } },
      { by: 'members', ...(dice(2) === 0 ? { of: { unit: 'hq' } } : {}), ...(dice(2) === 0 ? { roles: ['checker', 'lead'] } : {}) },
    ][dice(10)] as object;
  const [assignee, fallback] = [one(), dice(3) === 0 ? [one()] : []];
  const climbs = [assignee, ...fallback].some((rule) => (rule as { by: string }).by === 'climb');
  const own = dice(3) > 0 ? { whenRequester: 'superior' } : {};
  return {
    assignee,
    fallback,
    ...own,
    ...(climbs ? { authority: { kind: 'approve-within-limit', matter: 'expense', amount: 'amount' } } : {}),
  };
};

export type Asked = Exclude<CommandBody['type'], `sign-${string}` | 'remove-signer'>;
/** `outside`: something comes from outside, a moment, an answer, news of another request. */
export type Act = Asked | 'company' | 'review' | 'stop' | 'outside';

const times = (count: number, act: Act): Act[] => Array<Act>(count).fill(act);

/** What may happen where a request stands, the likely things more often. */
export const APT: Record<'draft' | 'open' | 'waiting' | 'suspended' | 'blocked' | 'returned' | 'stopped' | 'finished', Act[]> = {
  draft: ['submit', 'submit', 'submit', 'company'],
  open: [
    ...times(18, 'approve'),
    ...times(6, 'outside'),
    ...times(6, 'return'),
    ...times(6, 'company'),
    ...times(3, 'undo'),
    ...times(2, 'transfer'),
    ...times(2, 'consult'),
    ...times(2, 'advise'),
    ...times(3, 'ask'),
    ...times(3, 'answer'),
    ...times(2, 'reject'),
    ...times(2, 'jump'),
    'take-back',
    ...times(6, 'claim'),
    ...times(3, 'release'),
    ...times(4, 'demand'),
    ...times(3, 'answer-demand'),
    ...(['escalate', 'escalate', 'confirm-read'] as const),
    ...(['leave-out', 'override'] as const),
    ...(['recall', 'urge', 'copy', 'reassign', 'suspend', 'review', 'withdraw', 'stop', 'assign', 'resolve-again'] as const),
  ],
  waiting: [
    ...times(12, 'outside'),
    ...times(2, 'jump'),
    ...times(2, 'undo'),
    ...times(2, 'company'),
    'end-wait',
    'suspend',
    'withdraw',
    'stop',
  ],
  suspended: [...times(4, 'resume'), ...times(4, 'outside'), 'approve', ...times(2, 'company'), 'undo', 'terminate'],
  blocked: [
    ...times(4, 'assign'),
    ...times(3, 'company'),
    ...times(3, 'resolve-again'),
    ...times(10, 'call-again'),
    ...times(2, 'end-wait'),
    ...times(2, 'outside'),
    'jump',
    'review',
    'undo',
    'withdraw',
    'stop',
    'terminate',
  ],
  returned: [...times(6, 'resubmit'), 'undo', 'outside', 'company', 'withdraw', 'terminate'],
  stopped: [...times(6, 'correct'), 'resume', 'outside', 'terminate', 'company', 'undo'],
  finished: [...times(2, 'undo'), ...times(2, 'reopen'), 'revoke', 'confirm-read', ...times(3, 'outside'), 'company'],
};
