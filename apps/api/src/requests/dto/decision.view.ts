import { BUTTON_GROUPS, BUTTON_PLACES, PERSON_OPERATIONS, RESUMES } from '@countersign/domain';
import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { BilingualView, MoneyView, PersonRef, ReasonView } from '../../http/schema/values.view';
import { ItemDoorView } from './list.view';
import {
  Flag,
  IdOrNull,
  Many,
  ManyOf,
  One,
  OneOf,
  OneOfOrNull,
  OneOrNull,
  Text,
  TextOrNull,
  TimeOrNull,
  Whole,
  WholeOrNull,
} from '../../http/schema/schema.decorators';

export type LimitValue = 'no-limit' | MoneyView | null;
export const Limit = (): PropertyDecorator =>
  ApiProperty({
    anyOf: [{ type: 'string', enum: ['no-limit'] }, { $ref: getSchemaPath(MoneyView) }, { type: 'null' }],
    description: 'Up to this amount; expressly without limit; or blank, which covers nothing.',
  });

export class ChangeView {
  @Text() field!: string;
  @One(() => BilingualView) label!: BilingualView;
  @One(() => BilingualView) before!: BilingualView;
  @One(() => BilingualView) after!: BilingualView;
}

export class LadderRungView {
  @OneOrNull(() => PersonRef) person!: PersonRef | null;
  @One(() => BilingualView) role!: BilingualView;
  @Limit() limit!: LimitValue;
  @Flag() reaches!: boolean;
  @OneOrNull(() => BilingualView, {
    description: 'Why it does not reach, or why it is passed over, where the limit itself does not say so.',
  })
  why!: BilingualView | null;
  @Flag() current!: boolean;
  @Flag() you!: boolean;
}

export class CandidateView {
  @OneOrNull(() => PersonRef) person!: PersonRef | null;
  @OneOrNull(() => BilingualView) role!: BilingualView | null;
  @Limit() limit!: LimitValue;
  @Flag() chosen!: boolean;
  @OneOrNull(() => BilingualView, { description: 'Why this candidate was passed over.' }) removed!: BilingualView | null;
}

export class DerivationRuleView {
  @One(() => BilingualView) rule!: BilingualView;
  @Many(() => CandidateView) candidates!: CandidateView[];
}

/** How a step got its people: the rules in order, who was looked at, who was passed over and why. */
export class DerivationView {
  @Many(() => DerivationRuleView) rules!: DerivationRuleView[];
  @OneOf(['seats', 'merged', 'skipped', 'blocked']) result!: string;
  @OneOrNull(() => MoneyView) amount!: MoneyView | null;
  @OneOfOrNull(['in', 'over']) plan!: string | null;
}

export class WhyView {
  @Text() step!: string;
  @One(() => BilingualView) line!: BilingualView;
  @One(() => DerivationView) derivation!: DerivationView;
}

export class ReturnTargetView {
  @Text() to!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Many(() => PersonRef, { description: 'Who decided there, or the requester.' }) people!: PersonRef[];
  @TimeOrNull({ description: 'When they did; null of the requester.' }) at!: string | null;
  @OneOrNull(() => ReasonView, { description: 'Why the reader may not send it there; null: they may.' }) reason!: ReasonView | null;
}

/** What is asked before it is done, and what follows. */
export class ConfirmView {
  @One(() => BilingualView) title!: BilingualView;
  @One(() => BilingualView) consequence!: BilingualView;
}

/** Everything that a press of any operation can take. */
const ASKED = [...new Set(PERSON_OPERATIONS.flatMap(({ body }) => Object.keys(body.shape)))].sort();

/** One button: what it says, whether it may be pressed, and if not, why; what a press takes and what follows from it. */
export class RowsView {
  @Text() table!: string;
  @TextOrNull({ description: 'The column in which an amount may be cut.' }) cut!: string | null;
}

/** How often a request was sent back, and how often it may be. */
export class RoundsView {
  @Whole() made!: number;
  @WholeOrNull({ description: 'Null: as often as it takes.' }) most!: number | null;
}

export class AllowedView {
  @OneOf([...PERSON_OPERATIONS.map(({ type }) => type), 'rebuild']) command!: string;
  @OneOf(['task', 'request', 'operator'], { description: 'Of a task: `/tasks/{id}/{command}`; else `/requests/{id}/{command}`.' })
  scope!: string;
  @TextOrNull({ description: 'The step that it is about; null for the request as a whole.' }) step!: string | null;
  @IdOrNull({ description: 'Of a task: the reader’s own task there, which a press goes to.' }) task!: string | null;
  @TextOrNull({ description: 'Of a task: digest of what it shows; a press sends it back as If-Match.' }) shown!: string | null;
  @One(() => BilingualView) label!: BilingualView;
  @Flag() enabled!: boolean;
  @OneOrNull(() => ReasonView) reason!: ReasonView | null;
  @ManyOf(ASKED, { description: 'What the body of a press may hold.' }) asks!: string[];
  @Many(() => ReturnTargetView) targets!: ReturnTargetView[];
  @OneOrNull(() => BilingualView, { description: 'What the places among which is chosen are called.' }) whereTo!: BilingualView | null;
  @OneOfOrNull([...RESUMES, 'choose']) resume!: string | null;
  @OneOrNull(() => RoundsView, { description: 'Of a return.' }) rounds!: RoundsView | null;
  @Many(() => ItemDoorView, { description: 'Of what is done at an item: each item that it can be about, and what stands in its way.' })
  items!: ItemDoorView[];
  @OneOrNull(() => RowsView, { description: 'Its `fields` are decisions about the rows of this table.' }) rows!: RowsView | null;
  @TextOrNull({ description: 'Its `fields` are one row more of this table: a part that is paid. Null: it adds none.' })
  part!: string | null;
  @Flag() needsComment!: boolean;
  @OneOrNull(() => ConfirmView, { description: 'The question before it is done; null where a press does it at once.' })
  confirm!: ConfirmView | null;
  @OneOf(['plain', 'danger']) tone!: string;
  @OneOf(BUTTON_PLACES, {
    description:
      'Meant first, beside it, behind “more”, at the form that it sends, in what is said right after what it takes back, or at each of its `items`.',
  })
  place!: string;
  @Flag({ description: 'Its step was carried out before: a press brings `again`, and confirms or corrects what is written.' })
  again!: boolean;
  @OneOfOrNull(BUTTON_GROUPS, { description: 'Behind “more”: among which others it stands; null: alone.' }) group!: string | null;
  @TextOrNull({ description: 'The letter that presses it on a keyboard.' }) key!: string | null;
  @Flag({ description: '`/requests/{id}/trial` tells what it would bring about.' }) foretold!: boolean;
  @Flag({ description: 'Its requester is likely to want it next.' }) likely!: boolean;
  @One(() => BilingualView, { description: 'What is said once it was done.' }) past!: BilingualView;
  @Flag({ description: 'Whoever does it may take it back, as long as the process says.' }) undoable!: boolean;
}
