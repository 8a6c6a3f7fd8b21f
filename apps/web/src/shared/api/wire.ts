import type { Definition, Field, FormSurroundings } from '@countersign/domain';
import type { components } from './schema';

type Schemas = components['schemas'];

/** Names for the shapes that `openapi.json` states; a form's fields are the domain's own, so that its functions take them. */
export type PersonRef = Schemas['PersonRef'];
export type Amount = Schemas['MoneyView'];
export type Me = Schemas['MeView'];
export type InboxRow = Schemas['InboxRow'];
export type InboxPage = Schemas['InboxPage'];
export type TaskCounts = Schemas['TaskCounts'];
export type InboxTab = 'todo' | 'pool' | 'done' | 'ended' | 'copies' | 'supervised' | 'mine' | 'drafts';
export type DueGroup = InboxRow['group'];

/** What would become of one of several tasks, and what has. */
export type BulkTrial = Schemas['BulkTrialItem'];
export type BulkResult = Schemas['BulkResult'];

export type AllowedCommand = Schemas['AllowedView'];
/** What a person may ask of a request; `rebuild` is the operator's. */
export type RequestCommand = AllowedCommand['command'];
export type LadderRung = Schemas['LadderRungView'];
export type Child = Schemas['ChildView'];
export type Signatures = Schemas['SignaturesView'];
export type WhyView = Schemas['WhyView'];
export type OwnTask = Omit<Schemas['OwnTaskView'], 'fields' | 'edits'> & { fields: Field[]; edits: Field[] };
export type FormView = Omit<Schemas['FormView'], 'fields' | 'surroundings'> & { fields: Field[]; surroundings: FormSurroundings | null };
export type RequestView = Omit<Schemas['RequestView'], 'form' | 'task' | 'otherTasks'> & {
  form: FormView;
  task: OwnTask | null;
  otherTasks: OwnTask[];
};
export type RequestFile = Schemas['FileReferenceView'];

export type TimelineItem = Schemas['TimelineItem'];
export type ExpectedStep = Schemas['ExpectedStep'];
export type Timeline = Schemas['TimelineView'];
export type Fork = Schemas['ForkView'];
export type Lane = Schemas['LaneView'];
export type Outlook = Schemas['OutlookView'];
export type Audit = Schemas['AuditView'];
export type Readers = Schemas['RequestReaders'];
export type Discussion = Schemas['DiscussionView'];
export type Found = Schemas['SearchView'];
export type PublishedDefinition = Omit<Schemas['DefinitionView'], 'definition' | 'surroundings'> & {
  definition: Definition;
  surroundings: FormSurroundings;
};
export type DefinitionItem = Schemas['DefinitionItem'];
export type UnitRef = Schemas['UnitView'];

/** The screen asks for answers without the view: it reads the request again anyway. */
export type PressAnswer = Omit<Schemas['CommandAnswer'], 'view'>;
export type Undo = Schemas['UndoView'];
export type CommandState = Omit<Schemas['CommandView'], 'view'> & { view: RequestView | null };

/** RFC 9457 as every error of the API; ours (no answer, answer lost) have a title only. */
export type Problem = Pick<Schemas['ProblemView'], 'title' | 'status' | 'code'> &
  Partial<Omit<Schemas['ProblemView'], 'title' | 'status' | 'code'>>;
