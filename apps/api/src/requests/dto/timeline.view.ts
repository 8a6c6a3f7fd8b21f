import { OPERATOR_ACTIONS, type OperatorActionKind } from '@countersign/database';
import { STEP_KINDS, type LaneState, type StepKind } from '@countersign/domain';
import { BilingualView, FileReferenceView, MoneyView, PersonRef, UsedTokenView } from '../../http/schema/values.view';
import { ChangeView } from './decision.view';
import {
  Flag,
  Id,
  Many,
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
  WholeOrNull,
} from '../../http/schema/schema.decorators';

export class PassedOverView {
  @OneOrNull(() => PersonRef) person!: PersonRef | null;
  @OneOrNull(() => BilingualView) role!: BilingualView | null;
  @One(() => BilingualView) why!: BilingualView;
}

const KINDS = Object.keys(STEP_KINDS);

export class TimelineItem {
  @WholeOrNull({ description: 'Number of the transition; null for comments.' }) n!: number | null;
  @Time() at!: string;
  @OneOrNull(() => PersonRef) person!: PersonRef | null;
  @Text({ description: 'What happened, as a code: the event of a transition, or comment.added.' }) action!: string;
  @One(() => BilingualView) text!: BilingualView;
  @OneOrNull(() => BilingualView) step!: BilingualView | null;
  @TextOrNull() stepId!: string | null;
  @OneOfOrNull(KINDS) kind!: StepKind | null;
  @Many(() => PassedOverView, { description: 'Who was looked at for the step before whoever decided it, and why not they.' })
  passedOver!: PassedOverView[];
  @TextOrNull() comment!: string | null;
  @OneOrNull(() => UsedTokenView, { description: 'Done by a program in the name of its person; null: by the person.' })
  token!: UsedTokenView | null;
  @OneOrNull(() => MoneyView) amount!: MoneyView | null;
  @OneOfOrNull(['for', 'against', 'conditional']) stance!: string | null;
  @OneOfOrNull(['yes', 'no', 'back', 'abstain'], { description: 'Of a decision: what it says to the request.' })
  answer!: 'yes' | 'no' | 'back' | 'abstain' | null;
  @WholeOrNull({ description: 'Number of the transition that this takes back.' }) undoes!: number | null;
  @Flag() merged!: boolean;
  @OneOfOrNull(['condition', 'nobody', 'waived']) skipped!: string | null;
  @OneOrNull(() => BilingualView, {
    description: 'Why nobody was asked, of a step that was skipped or merged; why they were, of an approval.',
  })
  why!: BilingualView | null;
  @Many(() => ChangeView, { description: 'What whoever decided has corrected of the form, before and after.' }) changes!: ChangeView[];
  @Whole() round!: number;
}

/** A step that is, or is expected to be, walked. */
export class ExpectedStep {
  @Text() step!: string;
  @One(() => BilingualView) title!: BilingualView;
  @OneOf(KINDS) kind!: StepKind;
  @OneOrNull(() => BilingualView, {
    description: 'What its people were asked for besides by somebody who has it: a signature, advice, information.',
  })
  asks!: BilingualView | null;
  @Many(() => PersonRef) people!: PersonRef[];
  @OneOrNull(() => BilingualView) why!: BilingualView | null;
  @Many(() => PassedOverView) passedOver!: PassedOverView[];
  @Flag() current!: boolean;
  @OneOrNull(() => BilingualView) skipped!: BilingualView | null;
  @OneOrNull(() => BilingualView, { description: 'Merged: passed in the name of whoever decided the step before.' })
  merged!: BilingualView | null;
  @Flag({ description: 'Depends on something not filled in yet, which `why` names: nobody can be named before a submit.' })
  awaits!: boolean;
  @Flag({ description: 'Nobody may act on it.' }) blocked!: boolean;
}

export class LaneView {
  @One(() => BilingualView) title!: BilingualView;
  @Texts({ description: 'Ids of the steps in it.' }) steps!: string[];
  @OneOf(['ahead', 'running', 'passed', 'rejected', 'left', 'closed'], {
    description: '`left`: not walked in this case; `closed`: not needed any more.',
  })
  state!: LaneState;
}

/** A step whose lanes are walked side by side. */
export class ForkView {
  @Text() step!: string;
  @One(() => BilingualView) title!: BilingualView;
  @One(() => BilingualView, { description: 'By which rule they meet.' }) rule!: BilingualView;
  @Many(() => LaneView) lanes!: LaneView[];
}

export class TimelineView {
  @Many(() => TimelineItem) items!: TimelineItem[];
  @Many(() => ExpectedStep) expected!: ExpectedStep[];
  @Many(() => ForkView, { description: 'Steps with lanes, those inside lanes left out.' }) forks!: ForkView[];
}

/** The access token by which a program sent a command. */

export class AuditItem {
  @Whole() n!: number;
  @Time() at!: string;
  @Text() type!: string;
  @OneOrNull(() => PersonRef) actor!: PersonRef | null;
  @OneOrNull(() => UsedTokenView, {
    description: 'Sent by a program, or in a session that somebody else’s link began, in the name of the actor; null: by the actor.',
  })
  token!: UsedTokenView | null;
  @OneOrNull(() => UsedTokenView, { description: 'The same of whoever saved the form that was sent.' })
  savedWith!: UsedTokenView | null;
  @Many(() => BilingualView) events!: BilingualView[];
  @Text() hash!: string;
  @Text() chain!: string;
}

/** What an operator did to the request's run or commands; no transition tells of it. */
export class OperatorActionView {
  @OneOf(OPERATOR_ACTIONS) kind!: OperatorActionKind;
  @One(() => PersonRef) by!: PersonRef;
  @Time() at!: string;
  @TextOrNull({ description: 'Why, where a reason was asked for.' }) reason!: string | null;
}

export class AuditView {
  @Many(() => OperatorActionView, { description: 'Oldest first.' }) operators!: OperatorActionView[];
  @Many(() => AuditItem) items!: AuditItem[];
  @Flag({ description: 'Every link of the hash chain fits.' }) chainHolds!: boolean;
  @WholeOrNull({ description: 'The first number whose link does not fit.' }) brokenAt!: number | null;
}

/** Somebody whom a request concerns. */
export class RequestReader {
  @One(() => PersonRef) person!: PersonRef;
  @OneOf(['requester', 'asked', 'copied', 'decided', 'other'], { description: 'What they have to do with it, the first that holds.' })
  role!: string;
  @TimeOrNull({ description: 'When they opened it as it stands, or before; null: never, or the reader is not told.' }) seenAt!:
    string | null;
  @Flag({ description: 'It has changed since.' }) changedSince!: boolean;
}

export class RequestReaders {
  @Many(() => RequestReader, { description: 'Whom it waits for first; at most 200.' }) items!: RequestReader[];
  @Flag({ description: 'Who has opened it is told: to its requester, and to those who look after all requests.' }) told!: boolean;
}

export class DiscussionItem {
  @Id() id!: string;
  @One(() => PersonRef) person!: PersonRef;
  @Text() text!: string;
  @Many(() => PersonRef, { description: 'Who is spoken to.' }) mentions!: PersonRef[];
  @Many(() => FileReferenceView, { description: 'What was attached.' }) files!: FileReferenceView[];
  @Time() at!: string;
  @OneOrNull(() => UsedTokenView, { description: 'Written by a program in the name of its person; null: by the person.' })
  token!: UsedTokenView | null;
}

export class DiscussionView {
  @Many(() => DiscussionItem) items!: DiscussionItem[];
  @TextOrNull({ description: 'Leads to what was said before.' }) nextCursor!: string | null;
}
