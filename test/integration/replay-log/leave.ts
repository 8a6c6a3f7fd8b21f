import type { DefinitionInput, DirectoryImportInput } from '@countersign/domain';

const both = (text: string): { zh: string; en: string } => ({ zh: text, en: text });

/** What somebody who never saw the code would write: a definition, a directory and a mapping by the two pages of docs. */
export const LEAVE_DEFINITION: DefinitionInput = {
  key: 'leave',
  version: 1,
  title: both('Leave'),
  area: 'people',
  numberPrefix: 'QJ',
  start: { everyone: true },
  form: {
    fields: [
      { key: 'days', type: 'number', label: both('Days'), decimals: 1, required: true },
      {
        key: 'kind',
        type: 'choice',
        label: both('Kind'),
        required: true,
        options: ['annual', 'sick'].map((value) => ({ value, label: both(value) })),
      },
      { key: 'director', type: 'yes-no', label: both('Director asked'), filledAt: 'step' },
    ],
  },
  sentence: both('{requester} asks for {days} days'),
  rowTitle: both('Leave · {kind}'),
  graceSeconds: 0,
  flow: [
    {
      kind: 'review',
      id: 'head',
      title: both('Head'),
      assignee: { by: 'role', role: 'head', scope: 'company' },
      fields: { write: ['director'] },
      returns: { to: ['requester'], resume: 'walk-again' },
    },
    {
      kind: 'approve',
      id: 'director',
      title: both('Director'),
      when: { eq: [{ field: 'director' }, { value: true }] },
      assignee: { by: 'role', role: 'director', scope: 'company' },
    },
  ],
};

const STAFF = ['anna', 'ben', 'carl', 'dora', 'emma'];

export const LEAVE_DIRECTORY: DirectoryImportInput = {
  company: { key: 'leave-company', name: both('Company'), timeZone: 'Europe/Amsterdam', currency: 'EUR' },
  units: [{ key: 'leave-company', kind: 'company', name: both('Company'), parent: null }],
  roles: ['clerk', 'head', 'director'].map((key) => ({ key, title: both(key) })),
  people: STAFF.map((key) => ({ key, name: both(key) })),
  positions: ['clerk', 'clerk', 'head', 'head', 'director'].map((role, index) => ({
    key: `${role}.${STAFF[index]}`,
    person: STAFF[index] ?? null,
    role,
    unit: 'leave-company',
    grade: 'staff',
    superior: null,
  })),
};

const heads = { pool: 'heads', pick: 'resource' };

export const LEAVE_MAPPING = {
  definition: 'leave',
  directory: 'leave.directory.json',
  log: { activity: ['concept:name', 'lifecycle:transition'], lifecycle: ['complete'] },
  people: { staff: ['anna', 'ben'], heads: ['carl', 'dora'], directors: ['emma'] },
  system: 'emma',
  requester: { pool: 'staff' },
  form: { days: { attribute: 'days', of: 'case' }, kind: { attribute: 'type', values: { AL: 'annual', SL: 'sick' }, otherwise: 'annual' } },
  activities: {
    'ask|complete': { command: 'submit' },
    'save|complete': { command: 'draft' },
    'head ok|complete': {
      command: 'approve',
      step: 'head',
      actor: heads,
      fields: {
        director: {
          lookahead: { values: { 'director ok|complete': true, 'director no|complete': true, 'closing|complete': true }, otherwise: false },
        },
      },
    },
    'head back|complete': { command: 'return', step: 'head', actor: heads, to: 'requester', comment: { attribute: 'remark' } },
    'noted|complete': { command: 'acknowledge' },
    'director ok|complete': { command: 'approve', step: 'director', actor: { person: 'emma' } },
    'director no|complete': { command: 'reject', step: 'director', actor: { pool: 'directors' } },
    'taken back|complete': { command: 'withdraw' },
    'leave begins|complete': { command: 'ignore' },
    'closing|complete': [
      { command: 'approve', step: 'head', actor: heads },
      { command: 'approve', step: 'director', actor: 'system' },
    ],
  },
  end: {
    'head ok|complete': 'approved',
    'director ok|complete': 'approved',
    'director no|complete': 'rejected',
    'noted|complete': 'returned',
    'taken back|complete': 'withdrawn',
    'save|complete': 'draft',
    'ask|complete': 'head',
    'closing|complete': 'approved',
  },
};

const CASES: Record<string, string[]> = {
  straight: ['ask', 'head ok'],
  'with director': ['save', 'ask', 'head ok', 'director ok'],
  'director says no': ['ask', 'head ok', 'director no'],
  'back and again': ['ask', 'head back', 'noted', 'ask', 'head ok'],
  'left returned': ['ask', 'head back', 'noted'],
  'only saved': ['save'],
  'taken back': ['ask', 'taken back'],
  'still waiting': ['ask'],
  'closed by the head': ['ask', 'leave begins', 'closing', 'leave begins'],
  'closed by the system': ['leave begins', 'ask', 'head ok', 'closing'],
  'noted too early': ['ask', 'noted'],
  'decided twice': ['ask', 'head ok', 'head ok'],
  'asked twice': ['ask', 'ask'],
  'out of the blue': ['head ok'],
  'something else': ['ask', 'coffee'],
  'ends elsewhere': ['ask', 'head back', 'ask', 'head back'],
};

/** An event log of the process: ten cases that it allows, six that it does not. */
export const LEAVE_LOG = `<?xml version="1.0" encoding="UTF-8"?><log xes.version="1.0">${Object.entries(CASES).map(trace).join('')}</log>`;

function trace([name, activities]: [string, string[]]): string {
  const events = activities.map(
    (activity) =>
      `<event><string key="concept:name" value="${activity}"/><string key="lifecycle:transition" value="start"/></event>` +
      `<event><string key="concept:name" value="${activity}"/><string key="lifecycle:transition" value="complete"/>` +
      `<string key="org:resource" value="R${name.length % 2}"/><string key="type" value="SL"/><string key="remark" value="which days?"/></event>`,
  );
  return `<trace><string key="concept:name" value="${name}"/><float key="days" value="2.25"/>${events.join('')}</trace>`;
}

const own = (step: string, pool: string, more: object): object => ({ step, actor: { pool, pick: 'resource' }, ...more });

/** The same process, as the product itself writes its log: operations at steps, done by people of the directory. */
export const OWN_MAPPING = {
  ...LEAVE_MAPPING,
  log: { activity: ['operation', 'step'] },
  requester: { pool: 'staff', pick: 'resource' },
  form: { days: { value: 1 }, kind: { value: 'annual' } },
  activities: {
    'submit|': { command: 'submit' },
    'resubmit|': { command: 'submit' },
    'withdraw|': { command: 'withdraw' },
    'approve|head': own('head', 'heads', {
      command: 'approve',
      fields: { director: { lookahead: { values: { 'approve|director': true, 'reject|director': true }, otherwise: false } } },
    }),
    'return|head': own('head', 'heads', { command: 'return', to: 'requester' }),
    'approve|director': own('director', 'directors', { command: 'approve' }),
    'reject|director': own('director', 'directors', { command: 'reject' }),
  },
  end: {
    'submit|': 'head',
    'resubmit|': 'head',
    'withdraw|': 'withdrawn',
    'approve|head': ['approved', 'director'],
    'return|head': 'returned',
    'approve|director': 'approved',
    'reject|director': 'rejected',
  },
};
