import type { AllowedCommand, OwnTask, RequestView } from '../../../shared/api/wire';

/** A button as the server tells of it. */
export const option = (told: Partial<AllowedCommand> & Pick<AllowedCommand, 'command'>): AllowedCommand => ({
  scope: 'task',
  step: 'check',
  task: 'task-1',
  shown: 'shown',
  label: { zh: '做', en: 'Do' },
  enabled: true,
  reason: null,
  asks: ['comment'],
  targets: [],
  items: [],
  rows: null,
  part: null,
  resume: null,
  rounds: null,
  needsComment: false,
  whereTo: null,
  confirm: null,
  tone: 'plain',
  place: 'menu',
  group: null,
  key: null,
  foretold: false,
  likely: false,
  past: { zh: '已做', en: 'Done' },
  undoable: true,
  again: false,
  ...told,
});

/** A task of the reader's. */
export const task = (told: Partial<OwnTask> = {}): OwnTask => ({
  id: 'task-1',
  step: 'check',
  generation: 1,
  kind: 'review',
  title: { zh: '查验', en: 'Check' },
  signed: false,
  note: null,
  done: null,
  fields: [],
  values: {},
  required: [],
  handedOn: null,
  edits: [],
  editValues: {},
  actingFor: null,
  insteadOfNamed: null,
  signsAs: null,
  steers: false,
  ...told,
});

/** As much of a view as its buttons go by. */
export const offering = (...allowed: AllowedCommand[]): RequestView =>
  ({
    id: 'request-1',
    contentHash: 'of-everything',
    task: task(),
    otherTasks: [task({ id: 'task-2', step: 'legal' })],
    allowed,
  }) as RequestView;
