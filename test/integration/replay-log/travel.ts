import type { DefinitionInput } from '@countersign/domain';

const both = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
const trip = { key: 'trip', type: 'text', label: both('Trip'), required: true };
const role = (name: string) => ({ by: 'role', role: name, scope: 'company' });
const shared = { version: 1, area: 'people', start: { everyone: true }, graceSeconds: 0 };

/** A permit to travel, from which its requester may start several declarations, and which may be revoked. */
export const PERMIT = {
  ...{ ...shared, key: 'permit', title: both('Permit'), numberPrefix: 'XK', form: { fields: [trip] } },
  ...{ sentence: both('{requester}: {trip}'), rowTitle: both('{trip}') },
  flow: [{ kind: 'approve', id: 'head', title: both('Head'), assignee: role('head') }],
  children: [{ definition: 'declaration', title: both('Declaration'), map: { trip: { field: 'trip' } }, when: 'either' }],
  revoke: { by: [{ role: 'head' }] },
} as unknown as DefinitionInput;

/** A declaration: completed and looked at, round after round, until the head agrees; then it is paid. */
export const DECLARATION = {
  ...{ ...shared, key: 'declaration', title: both('Declaration'), numberPrefix: 'SB', form: { fields: [trip] } },
  ...{ sentence: both('{requester}: {trip}'), rowTitle: both('{trip}') },
  flow: [
    {
      ...{ kind: 'loop', id: 'rounds', title: both('Until it is right'), rounds: 5 },
      steps: [
        { kind: 'work', id: 'complete', title: both('Complete'), assignee: role('director'), samePerson: 'ask' },
        { kind: 'approve', id: 'check', title: both('Check'), assignee: role('head'), samePerson: 'ask' },
      ],
    },
    { kind: 'work', id: 'pay', title: both('Pay'), assignee: role('director'), samePerson: 'ask' },
  ],
} as unknown as DefinitionInput;

const people = { staff: ['anna', 'ben'], heads: ['carl', 'dora'], directors: ['emma'] };
const form = { trip: { attribute: 'trip' } };

export const PERMIT_MAPPING = {
  ...{ definition: 'permit', people, requester: { pool: 'staff' }, form },
  activities: {
    'Permit SUBMITTED': { command: 'submit' },
    'Permit APPROVED': { command: 'approve', step: 'head', actor: { pool: 'heads' } },
    'Permit REVOKED': { command: 'revoke', actor: { pool: 'heads', pick: 'case' } },
    'Start trip': { command: 'ignore' },
  },
  end: { 'Permit SUBMITTED': 'head', 'Permit APPROVED': 'approved', 'Permit REVOKED': 'revoked' },
  children: [{ attribute: 'declaration', definition: 'declaration.json', mapping: 'declaration.mapping.json' }],
};

export const DECLARATION_MAPPING = {
  ...{ definition: 'declaration', people, requester: { pool: 'staff' }, form },
  activities: {
    'Declaration SUBMITTED': { command: 'submit' },
    'Declaration COMPLETED': { command: 'approve', step: 'complete', actor: { pool: 'directors' } },
    'Declaration NOT RIGHT': { command: 'reject', step: 'check', actor: { pool: 'heads' } },
    'Declaration APPROVED': { command: 'approve', step: 'check', actor: { pool: 'heads' } },
    'Payment HANDLED': { command: 'approve', step: 'pay', actor: { pool: 'directors' } },
  },
  end: {
    // What was not decided yet is withdrawn with the permit.
    'Declaration SUBMITTED': ['complete', 'withdrawn'],
    'Declaration APPROVED': ['pay', 'withdrawn'],
    'Payment HANDLED': 'approved',
  },
};

const permit = (...names: string[]): string[] => names.map((name) => `Permit ${name}`);
const declared = (child: string, ...names: string[]): string[] => names.map((name) => `${child}:${name}`);
const begun = (child: string): string => `${child}:Declaration SUBMITTED`;
const rest = (child: string): string[] => declared(child, 'Declaration COMPLETED', 'Declaration APPROVED', 'Payment HANDLED');

/** Per case its events: those of a declaration stand behind its name. */
const CASES: Record<string, string[]> = {
  'no declaration': permit('SUBMITTED', 'APPROVED'),
  'three at once': [...permit('SUBMITTED', 'APPROVED'), begun('d1'), begun('d2'), begun('d3'), ...rest('d2'), ...rest('d1'), ...rest('d3')],
  'before the trip is agreed to': [...permit('SUBMITTED'), begun('d1'), ...permit('APPROVED'), ...rest('d1')],
  'two rounds more': [
    ...permit('SUBMITTED', 'APPROVED'),
    begun('d1'),
    ...declared('d1', 'Declaration COMPLETED', 'Declaration NOT RIGHT', 'Declaration COMPLETED', 'Declaration NOT RIGHT'),
    ...rest('d1'),
  ],
  'revoked while one is under way': [...permit('SUBMITTED', 'APPROVED'), begun('d1'), begun('d2'), ...rest('d1'), ...permit('REVOKED')],
  'revoked before it was approved': permit('SUBMITTED', 'REVOKED'),
  'paid unseen': [...permit('SUBMITTED', 'APPROVED'), begun('d1'), ...declared('d1', 'Payment HANDLED')],
  'declared out of the blue': [begun('d1')],
};

/** An event log of both: five cases that the processes allow, three that they do not. */
export const TRAVEL_LOG = logOf(CASES);

const alone = (...names: string[]): string[] => names.map((name) => `Declaration ${name}`);
const paid = [...alone('COMPLETED', 'APPROVED'), 'Payment HANDLED'];

/** A log that tells of one declaration at the most and does not name it: two cases that the processes allow, two that they do not. */
export const ONE_EACH_LOG = logOf({
  'with a permit': [...permit('SUBMITTED', 'APPROVED'), 'Start trip', ...alone('SUBMITTED'), ...paid],
  'without a permit': ['Start trip', ...alone('SUBMITTED'), ...paid],
  'paid unseen': ['Start trip', ...alone('SUBMITTED'), 'Payment HANDLED'],
  'declared first': [...alone('SUBMITTED'), ...permit('SUBMITTED', 'APPROVED'), ...paid],
});

function logOf(cases: Record<string, string[]>): string {
  return `<log xes.version="1.0">${Object.entries(cases).map(trace).join('')}</log>`;
}

function trace([name, events]: [string, string[]]): string {
  const written = events.map((event) => {
    const [activity = '', child] = event.split(':').reverse();
    const declaration = child === undefined ? '' : `<string key="declaration" value="${child}"/>`;
    return `<event><string key="concept:name" value="${activity}"/><string key="trip" value="Delft"/>${declaration}</event>`;
  });
  return `<trace><string key="concept:name" value="${name}"/>${written.join('')}</trace>`;
}
