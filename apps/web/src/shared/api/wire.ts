import type { Bilingual, Field, FileReference, PersonCommandType, Resume, Stance } from '@countersign/domain';

/** Shapes of the API's answers, as `openapi.json` states them. Times are ISO UTC, money is a decimal string with its currency. */
export interface PersonRef {
  id: string;
  name: Bilingual;
  title: Bilingual | null;
  unit: Bilingual | null;
}
export interface Amount {
  amount: string;
  currency: string;
}
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
export type Desk = 'inbox' | 'start' | 'track' | 'design' | 'finance' | 'people';
export interface Me {
  person: PersonRef & { key: string; email: string | null; language: string };
  rights: string[];
  desks: Desk[];
  demo: boolean;
  csrfToken: string;
}

export type DueGroup = 'overdue' | 'today' | 'week' | 'later' | 'none';
export type InboxTab = 'todo' | 'mine' | 'done' | 'copies' | 'drafts';
export interface InboxRow {
  taskId: string | null;
  requestId: string;
  number: string | null;
  rowTitle: Bilingual;
  definition: { key: string; title: Bilingual };
  requester: PersonRef;
  amount: Amount | null;
  waitingSince: string | null;
  dueAt: string | null;
  group: DueGroup;
  round: number;
  status: string;
  step: Bilingual | null;
  waitingFor: PersonRef[];
  decided: { by: PersonRef; at: string; action: string } | null;
  pending: boolean;
  chips: { kind: string; text: Bilingual }[];
}
export type TaskCounts = Record<InboxTab, number>;

export type RequestCommand = PersonCommandType | 'rebuild';
export interface AllowedCommand {
  command: RequestCommand;
  label: Bilingual;
  enabled: boolean;
  reason: { code: string; params: Record<string, unknown>; text: Bilingual } | null;
  targets?: { to: string; title: Bilingual }[] | null;
  resume?: Resume | 'choose' | null;
  needsComment: boolean;
}
export interface LadderRung {
  person: PersonRef | null;
  role: Bilingual;
  limit: 'no-limit' | Amount | null;
  reaches: boolean;
  current: boolean;
  you: boolean;
}
export interface DerivationView {
  [key: string]: unknown;
}
export interface TaskView {
  id: string;
  step: string;
  generation: number;
  kind: 'approve' | 'review' | 'opinion' | 'work';
  title: Bilingual;
  fields: Field[];
  values: Record<string, unknown>;
}
export interface RequestView {
  id: string;
  number: string | null;
  definition: {
    key: string;
    version: number;
    title: Bilingual;
    graceSeconds: number;
    phrases: Bilingual[];
    sheetTitle?: Bilingual | null;
  };
  status: string;
  outcome: 'approved' | 'rejected' | 'withdrawn' | null;
  round: number;
  n: number;
  requester: PersonRef;
  unit: Bilingual | null;
  amount: Amount | null;
  sentence: Bilingual;
  rowTitle: Bilingual;
  submittedAt: string | null;
  finishedAt: string | null;
  dueAt: string | null;
  contentHash: string;
  form: { fields: Field[]; values: Record<string, unknown> };
  facts: { label: Bilingual; value: Bilingual; field: string }[];
  changes: { field: string; label: Bilingual; before: Bilingual; after: Bilingual }[] | null;
  lastReturn: { by: PersonRef; comment: string; at: string } | null;
  ladder: LadderRung[] | null;
  current: { step: string; title: Bilingual; kind: string; people: PersonRef[]; since: string; dueAt: string | null }[];
  why: { step: string; line: Bilingual; derivation: DerivationView } | null;
  task: TaskView | null;
  allowed: AllowedCommand[];
  next: { text: Bilingual } | null;
  undo: { until: string; commandType: string } | null;
  blocked: { kind: string; reason: Bilingual; owners: PersonRef[] } | null;
  files: FileReference[];
}
export interface TimelineItem {
  n: number | null;
  at: string;
  person: PersonRef | null;
  action: string;
  text: Bilingual;
  step: Bilingual | null;
  comment: string | null;
  amount?: Amount | null;
  stance?: Stance | null;
  merged?: boolean | null;
  skipped?: Bilingual | null;
}
export interface ExpectedStep {
  step: string;
  title: Bilingual;
  kind: string;
  people: PersonRef[];
  why: Bilingual;
  passedOver: { person: PersonRef | null; role: Bilingual; why: Bilingual }[];
  current: boolean;
  skipped: Bilingual | null;
}
export interface Timeline {
  items: TimelineItem[];
  expected: ExpectedStep[];
}
export interface CommandAnswer {
  commandId: string;
  status: 'done' | 'open' | 'refused';
  view?: RequestView | null;
  problem?: Problem | null;
}
/** RFC 9457, as every error of the API. */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  code: string;
  params?: Record<string, unknown>;
  errors?: { field: string; code: string; message: string }[];
}
