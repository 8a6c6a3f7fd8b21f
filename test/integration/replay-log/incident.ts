import type { DefinitionInput, DirectoryImportInput } from '@countersign/domain';

const both = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
const WITH_PARTS = { eq: [{ field: 'parts' }, { value: true }] } as const;

/** An incident: a group has it, somebody of it takes it, and it is solved; where parts are wanted they are agreed to and fitted. */
export const INCIDENT: DefinitionInput = {
  key: 'incident',
  version: 1,
  title: both('Incident'),
  area: 'it',
  numberPrefix: 'SJ',
  start: { everyone: true },
  form: {
    fields: [
      { key: 'what', type: 'text', label: both('What'), required: true },
      { key: 'parts', type: 'yes-no', label: both('Parts wanted'), required: true },
      {
        ...{ key: 'lines', type: 'table', label: both('Parts'), minRows: 0 },
        columns: [
          { key: 'part', type: 'text', label: both('Part'), required: true },
          { key: 'cost', type: 'money', label: both('Cost'), currency: 'EUR', required: true },
        ],
      },
      { key: 'solution', type: 'text', label: both('Solution'), filledAt: 'step' },
    ],
  },
  sentence: both('{requester} reports {what}'),
  rowTitle: both('Incident · {what}'),
  graceSeconds: 0,
  flow: [
    {
      ...{ kind: 'review', id: 'triage', title: both('Triage'), optional: { by: 'requester' } },
      assignee: { by: 'role', role: 'dispatcher', scope: 'company' },
    },
    {
      ...{ kind: 'review', id: 'solve', title: both('Solve'), claim: true, samePerson: 'ask', fields: { write: ['solution'] } },
      assignee: { by: 'role', role: 'first-line', scope: 'company' },
    },
    {
      ...{ kind: 'review', id: 'parts', title: both('Parts'), when: WITH_PARTS, rows: { table: 'lines', cut: 'cost' } },
      assignee: { by: 'role', role: 'dispatcher', scope: 'company' },
    },
    {
      ...{ kind: 'checklist', id: 'fitting', title: both('Fitting'), when: WITH_PARTS },
      assignee: { by: 'role', role: 'second-line', scope: 'company' },
      items: [
        { id: 'fit', title: both('Fitted') },
        { id: 'try', title: both('Tried out'), after: ['fit'] },
      ],
    },
  ],
};

const POSTS = [
  ...[['uma', 'user'] as const, ['vic', 'user'] as const, ['dee', 'dispatcher'] as const],
  ...[['fay', 'first-line'] as const, ['flo', 'first-line'] as const, ['sam', 'second-line'] as const, ['sol', 'second-line'] as const],
];

export const INCIDENT_DIRECTORY: DirectoryImportInput = {
  company: { key: 'incident-company', name: both('Company'), timeZone: 'Europe/Amsterdam', currency: 'EUR' },
  units: [{ key: 'incident-company', kind: 'company', name: both('Company'), parent: null }],
  roles: [...new Set(POSTS.map(([, role]) => role))].map((key) => ({ key, title: both(key) })),
  people: [
    ...POSTS.map(([key]) => ({ key, name: both(key) })),
    { key: 'max', name: both('max'), rights: ['requests.read-all', 'requests.operate', 'requests.assign'] },
  ],
  positions: POSTS.map(([person, role]) => ({
    ...{ key: `${role}.${person}`, person, role, unit: 'incident-company', grade: 'staff', superior: null },
  })),
};

const group = { attribute: 'org:group', values: { '1st': 'first', '2nd': 'second' } };
const solver = { pool: 'solvers' };

export const INCIDENT_MAPPING = {
  definition: 'incident',
  directory: 'incident.directory.json',
  people: { users: ['uma', 'vic'], desk: ['dee'], first: ['fay', 'flo'], second: ['sam', 'sol'], solvers: ['fay', 'flo', 'sam', 'sol'] },
  system: 'max',
  requester: { pool: 'users' },
  form: {
    what: { attribute: 'what', otherwise: 'printer' },
    parts: { attribute: 'parts', otherwise: false },
    lines: {
      rows: [
        { part: { value: 'fuse' }, cost: { value: 10 } },
        { part: { value: 'drum' }, cost: { value: 80 } },
      ],
    },
  },
  activities: {
    Reported: { command: 'submit' },
    'Sent to a group': { command: 'approve', step: 'triage', actor: { pool: 'desk' } },
    'Sent by itself': { command: 'leave-out', step: 'triage' },
    'In progress': [
      { command: 'resume', actor: 'system' },
      { command: 'claim', step: 'solve', actor: { pool: group } },
      { command: 'ignore' },
    ],
    'Put back': { command: 'release', step: 'solve', actor: solver },
    'Group changed': { command: 'reassign', step: 'solve', actor: 'system', person: { pool: group } },
    'Handed over': { command: 'transfer', step: 'solve', actor: solver, person: { pool: group } },
    'Wait - user': { command: 'suspend', actor: 'system', comment: { attribute: 'remark' } },
    Asked: { command: 'ask', step: 'solve', actor: solver, person: 'requester' },
    Answered: { command: 'answer', step: 'solve' },
    'Expert asked': { command: 'consult', step: 'solve', actor: solver, person: { pool: 'second', pick: 'case' } },
    'Expert says': { command: 'advise', step: 'solve', actor: { pool: 'second', pick: 'case' } },
    Escalated: { command: 'jump', step: 'triage', actor: 'system', to: { attribute: 'next' } },
    Resolved: { command: 'approve', step: 'solve', actor: solver, fields: { solution: { attribute: 'remark', otherwise: 'done' } } },
    'Parts cut': {
      ...{ command: 'decide-rows', step: 'parts', actor: { pool: 'desk' } },
      fields: { lines: { rows: [{ row: { attribute: 'line' }, reason: { value: 'too dear' }, cut: { attribute: 'left' } }] } },
    },
    Fitted: { command: 'tick', step: 'fitting', actor: { pool: 'second' }, item: { attribute: 'item' } },
    Cancelled: { command: 'terminate', actor: 'system' },
  },
  end: {
    Reported: 'triage',
    'In progress': 'solve',
    'Wait - user': 'suspended',
    Resolved: ['approved', 'parts'],
    Fitted: 'approved',
    Cancelled: 'terminated',
  },
};

/** `name key=value …` for each event, one case a line. */
const CASES: Record<string, string[]> = {
  'between groups': [
    'Reported',
    'Sent to a group',
    'In progress org:group=1st',
    'Group changed org:group=2nd',
    'Wait - user remark=model?',
    'In progress',
    'Resolved',
  ],
  'waiting for the user': [
    'Reported',
    'Sent by itself',
    'In progress org:group=1st',
    'Wait - user',
    'In progress',
    'Resolved remark=reboot',
  ],
  'still waiting': ['Reported', 'Sent to a group', 'In progress org:group=1st', 'Wait - user remark=model?'],
  'put back and handed over': [
    ...['Reported', 'Sent to a group', 'In progress org:group=1st', 'Put back', 'In progress org:group=1st'],
    ...['Handed over org:group=2nd', 'Resolved'],
  ],
  'asked and advised': [
    ...['Reported', 'Sent to a group', 'In progress org:group=1st', 'Asked', 'Answered', 'Expert asked', 'Expert says', 'Resolved'],
  ],
  'with parts': [
    ...['Reported parts=true', 'Sent to a group', 'In progress org:group=1st', 'Resolved', 'Parts cut line=1 left=60.005'],
    ...['Fitted item=fit', 'Fitted item=try'],
  ],
  escalated: ['Reported', 'Escalated next=solve', 'In progress org:group=1st', 'Resolved'],
  cancelled: ['Reported', 'Cancelled'],
  'solved while it waits': ['Reported', 'Sent to a group', 'In progress org:group=1st', 'Wait - user', 'Resolved'],
  'taken by two': ['Reported', 'Sent to a group', 'Put back'],
  'sent nowhere': ['Reported', 'Sent to a group', 'In progress org:group=3rd'],
};

/** An event log of incidents: eight that the process allows, three that it does not. */
export const INCIDENT_LOG = `<log>${Object.entries(CASES).map(trace).join('')}</log>`;

function trace([name, events]: [string, string[]]): string {
  return `<trace><string key="concept:name" value="${name}"/>${events.map(event).join('')}</trace>`;
}

function event(line: string): string {
  const first = line.search(/ [\w:]+=/);
  const [activity, rest] = first < 0 ? [line, ''] : [line.slice(0, first), line.slice(first + 1)];
  const said = rest ? rest.split(' ').map((each) => each.split('=')) : [];
  const attributes = [['concept:name', activity], ...said].map(([key, value]) => `<string key="${key}" value="${value}"/>`);
  return `<event>${attributes.join('')}</event>`;
}
