import { GRADES, RIGHTS } from '@countersign/domain';
import { BilingualView, CursorView, PersonRef } from '../../http/schema/values.view';
import {
  Flag,
  Id,
  IdOrNull,
  Many,
  ManyOf,
  ManyOrNull,
  One,
  OneOf,
  OneOrNull,
  Text,
  TextOrNull,
  Whole,
} from '../../http/schema/schema.decorators';
import { Limit, type LimitValue } from '../../requests/dto/decision.view';
import { UnitView } from '../../people/dto/people.view';

/** A unit with how many posts there are in it and below. */
export class TreeUnitView extends UnitView {
  @Flag({ description: 'There are units below it.' }) inner!: boolean;
  @Whole({ description: 'Posts of it and of what is below.' }) posts!: number;
  @Whole({ description: 'Those of them that nobody holds today.' }) vacant!: number;
}

export class TreePage extends CursorView {
  @Many(() => TreeUnitView) items!: TreeUnitView[];
}

export const POST_STATES = ['held', 'coming', 'vacant', 'over'] as const;

/** A post, who holds it, and from when until when. */
export class DeskPostView {
  @IdOrNull({ description: 'Null: somebody without a post.' }) id!: string | null;
  @OneOrNull(() => BilingualView) title!: BilingualView | null;
  @OneOrNull(() => BilingualView) unit!: BilingualView | null;
  @TextOrNull() grade!: string | null;
  @OneOrNull(() => PersonRef, { description: 'Who holds it, or is to.' }) person!: PersonRef | null;
  @OneOf(POST_STATES) state!: string;
  @TextOrNull({ description: 'First day (YYYY-MM-DD).' }) validFrom!: string | null;
  @TextOrNull({ description: 'The day on which it is no longer held.' }) validTo!: string | null;
  @OneOrNull(() => PersonRef, { description: 'Who takes its place today.' }) substitute!: PersonRef | null;
}

export class DeskPostPage extends CursorView {
  @Many(() => DeskPostView) items!: DeskPostView[];
}

/** A post of one person. */
export class OwnPostView {
  @Id() id!: string;
  @One(() => BilingualView) title!: BilingualView;
  @One(() => BilingualView) unit!: BilingualView;
  @Text({ description: 'Key of the role.' }) role!: string;
  @One(() => BilingualView) roleTitle!: BilingualView;
  @OneOf(GRADES) grade!: string;
  @Flag() primary!: boolean;
  @OneOf(POST_STATES) state!: string;
  @Many(() => BilingualView, { description: 'Units that it serves; none: its own.' }) covers!: BilingualView[];
  @OneOrNull(() => PersonRef, { description: 'Who holds the post that it reports to.' }) superior!: PersonRef | null;
  @OneOrNull(() => BilingualView, { description: 'The post that it reports to.' }) superiorPost!: BilingualView | null;
  @TextOrNull() validFrom!: string | null;
  @TextOrNull() validTo!: string | null;
}

/** An authority that somebody has today. */
export class OwnAuthorityView {
  @Id() id!: string;
  @Text() kind!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Limit() limit!: LimitValue;
  @OneOf(['in', 'over', 'any']) plan!: string;
  @Flag({ description: 'Given to the person, not to a role.' }) own!: boolean;
}

/** Two duties in one person that ought to be two people’s. */
export class MergedDutyView {
  @One(() => BilingualView, { description: 'The process that keeps them apart, or the matter.' }) about!: BilingualView;
  @One(() => BilingualView) first!: BilingualView;
  @One(() => BilingualView) second!: BilingualView;
}

export class OwnAccountView {
  @TextOrNull({ description: 'The name to sign in with; null: there is no account.' }) login!: string | null;
  @Flag({ description: 'A password has been set.' }) password!: boolean;
  @ManyOf(RIGHTS) rights!: string[];
}

export class PlannedLeavingView {
  @Text({ description: 'YYYY-MM-DD' }) lastDay!: string;
  @One(() => PersonRef) by!: PersonRef;
}

/** What the page of one person shows besides their name; null: not told to the reader. */
export class PersonDeskView {
  @Many(() => OwnPostView, { description: 'Newest first; those that are over too.' }) posts!: OwnPostView[];
  @OneOrNull(() => PersonRef, { description: 'Whom their primary post reports to today.' }) superior!: PersonRef | null;
  @Whole({ description: 'Posts that report to one of theirs today.' }) reports!: number;
  @ManyOrNull(() => OwnAuthorityView) authority!: OwnAuthorityView[] | null;
  @OneOrNull(() => OwnAccountView) account!: OwnAccountView | null;
  @ManyOrNull(() => MergedDutyView) duties!: MergedDutyView[] | null;
  @OneOrNull(() => PlannedLeavingView) leaving!: PlannedLeavingView | null;
}
