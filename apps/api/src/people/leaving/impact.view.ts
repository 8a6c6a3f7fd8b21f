import { Many, One, Text, TextOrNull, Time, Whole } from '../../http/schema/schema.decorators';
import { BilingualView, PersonRef } from '../../http/schema/values.view';

export class NamedProcessView {
  @Text() key!: string;
  @One(() => BilingualView) title!: BilingualView;
}

/** A post that would be vacant. */
export class LeftPostView {
  @One(() => BilingualView) title!: BilingualView;
  @One(() => BilingualView) unit!: BilingualView;
  @Whole({ description: 'Processes in use that ask somebody of its role.' }) processes!: number;
}

export class StoodInForView {
  @One(() => PersonRef) person!: PersonRef;
  @Time() until!: string;
}

export class OwnGrantView {
  @Text() kind!: string;
  @Text() matter!: string;
  @TextOrNull({ description: 'Its last day is before this one (YYYY-MM-DD); null: open.' }) validTo!: string | null;
}

/** What somebody leaves behind who leaves the company today. */
export class ImpactView {
  @Whole({ description: 'Tasks that are theirs now.' }) tasks!: number;
  @Whole({ description: 'Those of them that are late.' }) overdue!: number;
  @Whole({ description: 'Their own requests that are under way.' }) requests!: number;
  @Many(() => NamedProcessView, { description: 'Processes in use that name them as a person.' }) processes!: NamedProcessView[];
  @Many(() => LeftPostView) posts!: LeftPostView[];
  @Many(() => StoodInForView, { description: 'For whom they stand in, or are to.' }) standsInFor!: StoodInForView[];
  @Many(() => OwnGrantView, { description: 'Authority that was given to them, not to a role.' }) grants!: OwnGrantView[];
  @Many(() => NamedProcessView, { description: 'Processes that begin by themselves, as requests of somebody of their roles.' })
  schedules!: NamedProcessView[];
}
