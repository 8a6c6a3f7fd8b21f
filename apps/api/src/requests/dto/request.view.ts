import { OUTCOMES, PERSON_OPERATIONS } from '@countersign/domain';
import { BilingualView, FileReferenceView, MoneyView, PersonRef, PhraseView, ReasonView } from '../../http/schema/values.view';
import {
  Flag,
  FromDomain,
  Id,
  Many,
  ManyOrNull,
  One,
  OneOf,
  OneOfOrNull,
  OneOrNull,
  Text,
  TextOrNull,
  Texts,
  Time,
  TimeOrNull,
  Whole,
  Wire,
} from '../../http/schema/schema.decorators';
import { AllowedView, ChangeView, LadderRungView, WhyView } from './decision.view';
import { FormView } from './form.view';
import { ListView } from './list.view';
import { SignaturesView } from './signatures.view';
import { BlockedView, RepairView, SupervisionView, SuspendedView } from './supervision.view';

export const REQUEST_STATUSES = ['draft', 'running', 'returned', 'blocked', ...OUTCOMES, 'closed'] as const;

export class RequestDefinitionView {
  @Text() key!: string;
  @Whole() version!: number;
  @One(() => BilingualView) title!: BilingualView;
  @Whole() graceSeconds!: number;
  @Many(() => PhraseView) phrases!: PhraseView[];
  @Flag({ description: 'Its approval changes authority: `/requests/{id}/authority` tells what that would do.' }) changesAuthority!: boolean;
}

/** How the form of a draft differs from the one that its requester has seen last; fields by their labels. */
export class DraftChangesView {
  @Whole() fromVersion!: number;
  @Whole() toVersion!: number;
  @Many(() => BilingualView) added!: BilingualView[];
  @Many(() => BilingualView) removed!: BilingualView[];
  @Many(() => BilingualView) changed!: BilingualView[];
}

export class FactView {
  @Text() field!: string;
  @One(() => BilingualView) label!: BilingualView;
  @One(() => BilingualView) value!: BilingualView;
}

export class ReturnNoteView {
  @One(() => PersonRef) by!: PersonRef;
  @Text() comment!: string;
  @Time() at!: string;
  @Flag({ description: 'It is with the reader now because of it.' }) toReader!: boolean;
  @Texts({ description: 'Fields that the requester is asked to change.' }) fields!: string[];
}

export const STANCES = ['for', 'against', 'conditional'] as const;

export class OpinionView {
  @One(() => PersonRef) by!: PersonRef;
  @OneOf(STANCES) stance!: (typeof STANCES)[number];
  @One(() => BilingualView, { description: 'From where, and what: 财务部意见：反对.' }) text!: BilingualView;
}

export class GivenUpView {
  @One(() => PersonRef) by!: PersonRef;
  @One(() => BilingualView, { description: 'What had been pressed.' }) pressed!: BilingualView;
  @Text() reason!: string;
  @Time() at!: string;
}

export class CurrentStepView {
  @Text() step!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Text() kind!: string;
  @Many(() => PersonRef) people!: PersonRef[];
  @Time() since!: string;
  @TimeOrNull() dueAt!: string | null;
  @Flag({ description: 'It was counted over a year whose statutory days are not announced yet, and is counted again when they are.' })
  provisional!: boolean;
}

/** What somebody asks of the reader instead of a decision, or why they decide in their place. */
export class HandedOnView {
  @OneOf(['advice', 'answer', 'decision'], { description: 'Only advice, only an answer, or the decision itself.' }) wants!: string;
  @OneOrNull(() => PersonRef, { description: 'Who asks, or from whom it was handed over.' }) by!: PersonRef | null;
  @Text({ description: 'What they wrote.' }) comment!: string;
}

export class OwnTaskView {
  @Id() id!: string;
  @Text() step!: string;
  @Whole() generation!: number;
  @Text() kind!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Flag({ description: 'Its decider signs for, against or with conditions (`stance`).' }) signed!: boolean;
  @OneOrNull(() => BilingualView, { description: 'What the definition tells whoever has this step to do.' }) note!: BilingualView | null;
  @OneOrNull(() => BilingualView, {
    description: 'By whom and when the step was carried out before, and what is asked now; null where it was not.',
  })
  done!: BilingualView | null;
  @FromDomain('Field', { isArray: true, description: 'Fields that the decision writes.' }) fields!: object[];
  @Wire() values!: Record<string, unknown>;
  @Texts({ description: 'Fields that must be filled to approve.' }) required!: string[];
  @FromDomain('Field', { isArray: true, description: 'Fields of the requester that the decision may correct.' }) edits!: object[];
  @Wire() editValues!: Record<string, unknown>;
  @OneOrNull(() => HandedOnView, { description: 'Somebody handed it on to the reader.' }) handedOn!: HandedOnView | null;
  @OneOrNull(() => PersonRef, { description: 'Who is away, in whose place the reader is asked.' }) actingFor!: PersonRef | null;
  @OneOrNull(() => BilingualView, { description: 'Why they are, and not whoever was named to stand in; null where that is they.' })
  insteadOfNamed!: BilingualView | null;
  @OneOrNull(() => BilingualView, { description: 'Of several places that the reader has on the step: which one this is.' })
  signsAs!: BilingualView | null;
  @Flag({ description: 'What its decision writes decides where the request goes: `/tasks/{id}/outlook` tells.' }) steers!: boolean;
}

export class NextView {
  @One(() => BilingualView) text!: BilingualView;
}

/** What may be taken back, as the operations say of themselves. */
const UNDOABLE = PERSON_OPERATIONS.flatMap(({ type, undo }) => (undo === null ? [] : [type]));

export class UndoView {
  @Time() until!: string;
  @OneOf(UNDOABLE) commandType!: string;
}

/** A request that was started by this one. */
export class ChildView {
  @Id() id!: string;
  @TextOrNull({ description: 'The step that started it; null where a person did.' }) step!: string | null;
  @One(() => BilingualView, { description: 'What its process is called.' }) title!: BilingualView;
  @TextOrNull() number!: string | null;
  @OneOrNull(() => BilingualView, { description: 'Its line in lists; null for whoever may not read it.' }) rowTitle!: BilingualView | null;
  @OneOf(['starting', 'refused', ...REQUEST_STATUSES], { description: '`refused`: it could not be started.' }) status!: string;
  @OneOrNull(() => BilingualView, { description: 'Why it could not be started.' }) why!: BilingualView | null;
  @OneOrNull(() => PersonRef) requester!: PersonRef | null;
  @Many(() => PersonRef, { description: 'Who has it now.' }) people!: PersonRef[];
  @TimeOrNull({ description: 'Since when it stands where it stands.' }) since!: string | null;
  @Flag({ description: 'The reader may open it.' }) readable!: boolean;
  @Flag({ description: 'This request does not go on before it has ended.' }) awaited!: boolean;
  @Flag({ description: 'Its step has begun anew since: it counts no more.' }) earlier!: boolean;
  @Flag({ description: 'Nothing goes on there before it is resumed.' }) suspended!: boolean;
}

/** The request that started this one. */
export class ParentView {
  @Id() id!: string;
  @One(() => BilingualView) title!: BilingualView;
  @TextOrNull() number!: string | null;
  @OneOrNull(() => BilingualView) rowTitle!: BilingualView | null;
  @OneOf(REQUEST_STATUSES) status!: string;
  @One(() => PersonRef) requester!: PersonRef;
  @Many(() => FactView, { description: 'What its process lets the readers of this one see of it.' }) facts!: FactView[];
  @Flag({ description: 'The reader may open it.' }) readable!: boolean;
  @Flag({ description: 'Nothing goes on there before it is resumed; this one goes on.' }) suspended!: boolean;
}

/** What one reader may see of a request. */
export class RequestView {
  @Id() id!: string;
  @TextOrNull() number!: string | null;
  @One(() => RequestDefinitionView) definition!: RequestDefinitionView;
  @OneOf(REQUEST_STATUSES) status!: string;
  @OneOfOrNull(OUTCOMES) outcome!: string | null;
  @Whole() round!: number;
  @Whole({ description: 'Number of the last transition; 0 for a draft.' }) n!: number;
  @One(() => PersonRef) requester!: PersonRef;
  @OneOrNull(() => BilingualView) unit!: BilingualView | null;
  @OneOrNull(() => MoneyView) amount!: MoneyView | null;
  @One(() => BilingualView) sentence!: BilingualView;
  @One(() => BilingualView) rowTitle!: BilingualView;
  @TimeOrNull() submittedAt!: string | null;
  @TimeOrNull() finishedAt!: string | null;
  @TimeOrNull() dueAt!: string | null;
  @Time() updatedAt!: string;
  @TextOrNull({ description: 'Digest of what is shown; decisions send it back as If-Match.' }) contentHash!: string | null;
  @TextOrNull({ description: 'Of what is still the reader’s to fill in: digest of what was saved last; a save sends it back as If-Match.' })
  savedHash!: string | null;
  @One(() => FormView) form!: FormView;
  @OneOrNull(() => DraftChangesView, { description: 'Of a draft whose process has been updated since: what is different.' })
  draftChanges!: DraftChangesView | null;
  @Wire({ description: 'Draft: step id → person that the requester picked.' }) choices!: Record<string, string>;
  @Many(() => FactView) facts!: FactView[];
  @ManyOrNull(() => ChangeView) changes!: ChangeView[] | null;
  @OneOrNull(() => PersonRef, { description: 'Whose correction the changes are; null: the requester’s own, since the last round.' })
  correctedBy!: PersonRef | null;
  @OneOrNull(() => ReturnNoteView) lastReturn!: ReturnNoteView | null;
  @Many(() => OpinionView, { description: 'For whoever has to decide: what others have signed on the way here, oldest first.' })
  opinions!: OpinionView[];
  @OneOrNull(() => SuspendedView, { description: 'Who has suspended it, when and why; null unless it is.' })
  suspended!: SuspendedView | null;
  @One(() => SupervisionView) supervision!: SupervisionView;
  @Many(() => RepairView, { description: 'What operators have done to it, oldest first: it stays marked by it for ever.' })
  repairs!: RepairView[];
  @OneOrNull(() => SuspendedView, {
    description:
      'Who has revoked its approval, when and why, while the steps are under way that call back what followed from it; else null.',
  })
  revoking!: SuspendedView | null;
  @OneOrNull(() => GivenUpView, {
    description: 'What the reader pressed last, where it could not be delivered and an operator has given it up.',
  })
  givenUp!: GivenUpView | null;
  @ManyOrNull(() => LadderRungView) ladder!: LadderRungView[] | null;
  @Many(() => CurrentStepView) current!: CurrentStepView[];
  @Many(() => SignaturesView, { description: 'Steps that several people sign, those that are open first.' }) signatures!: SignaturesView[];
  @OneOrNull(() => WhyView) why!: WhyView | null;
  @OneOrNull(() => OwnTaskView, { description: 'The reader’s own open task, the oldest where there are several.' })
  task!: OwnTaskView | null;
  @Many(() => OwnTaskView, { description: 'The reader’s further open tasks, each on another step.' }) otherTasks!: OwnTaskView[];
  @Many(() => ListView, { description: 'Checklists that it has come to.' }) lists!: ListView[];
  @Many(() => AllowedView) allowed!: AllowedView[];
  @OneOrNull(() => NextView) next!: NextView | null;
  @OneOrNull(() => UndoView) undo!: UndoView | null;
  @OneOrNull(() => BlockedView) blocked!: BlockedView | null;
  @Many(() => ChildView, { description: 'Requests that it has started.' }) children!: ChildView[];
  @OneOrNull(() => ParentView) parent!: ParentView | null;
  @Many(() => FileReferenceView) files!: FileReferenceView[];
  @Flag({ description: 'The reader is its requester.' }) own!: boolean;
  @OneOrNull(() => ReasonView, { description: 'Of a requester’s own: why they may not copy it as a new draft; null where they may.' })
  notAgain!: ReasonView | null;
}
