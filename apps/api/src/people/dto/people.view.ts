import { BilingualView, PersonRef } from '../../http/schema/values.view';
import {
  Flag,
  Id,
  IdOrNull,
  Many,
  ManyOrNull,
  One,
  OneOf,
  OneOrNull,
  Text,
  TextOrNull,
  Time,
  Whole,
} from '../../http/schema/schema.decorators';

export class PeoplePage {
  @Many(() => PersonRef) items!: PersonRef[];
  @TextOrNull() nextCursor!: string | null;
}

export class PostView {
  @Id() id!: string;
  @One(() => BilingualView) title!: BilingualView;
  @One(() => BilingualView) unit!: BilingualView;
  @Flag() primary!: boolean;
  @TextOrNull({ description: 'The post is vacant, and they take its place until this day (YYYY-MM-DD), exclusive; null: they hold it.' })
  substituteUntil!: string | null;
}

/** Somebody who stands in for somebody else today, or for whom somebody does. */
export class StandInView {
  @One(() => PersonRef) person!: PersonRef;
  @Time() until!: string;
}

export class PersonView extends PersonRef {
  @Text() key!: string;
  @TextOrNull() email!: string | null;
  @Flag() active!: boolean;
  @Many(() => PostView) posts!: PostView[];
  @ManyOrNull(() => StandInView, { description: 'Who stands in for them while they are away; null: not told to the caller.' })
  standIns!: StandInView[] | null;
  @ManyOrNull(() => StandInView, { description: 'For whom they stand in; null: not told to the caller.' })
  standsInFor!: StandInView[] | null;
}

export class UnitView {
  @Id() id!: string;
  @Text() key!: string;
  @OneOf(['company', 'region', 'store', 'department']) kind!: string;
  @One(() => BilingualView) name!: BilingualView;
  @IdOrNull() parentId!: string | null;
}

export class UnitPage {
  @Many(() => UnitView) items!: UnitView[];
  @TextOrNull() nextCursor!: string | null;
}

export class ImportCountView {
  @Whole() created!: number;
  @Whole() updated!: number;
  @Whole() unchanged!: number;
}

export class RightCountView {
  @Whole() given!: number;
  @Whole() taken!: number;
  @Whole() unchanged!: number;
  @Many(() => BilingualView, { description: 'Rights that somebody had, and nobody who is active has afterwards.' })
  unheld!: BilingualView[];
}

export class PersonNameView {
  @Id() id!: string;
  @One(() => BilingualView) name!: BilingualView;
}

/** What becomes of one waiting step of a request. */
export class MovedTaskView {
  @Id() request!: string;
  @TextOrNull({ description: 'Number of the request.' }) number!: string | null;
  @One(() => BilingualView) step!: BilingualView;
  @Many(() => PersonNameView, { description: 'Who is asked now, or looks after a blocked step.' }) from!: PersonNameView[];
  @Many(() => PersonNameView, { description: 'Who will be asked, or will look after a blocked step.' }) to!: PersonNameView[];
  @Flag({ description: 'Nobody will be found: the request is blocked until its owners have helped.' }) blocked!: boolean;
}

export class OpenTasksView {
  @Many(() => MovedTaskView, { description: 'The first hundred.' }) items!: MovedTaskView[];
  @Whole({ description: 'Steps that move, of the requests that were looked at.' }) moved!: number;
  @Whole({ description: 'Steps that are blocked, of the requests that were looked at.' }) blocked!: number;
  @Flag({ description: 'All open requests were looked at; false where a trial had no time for all.' }) complete!: boolean;
}

/** Of what a trial answers. */
export const STANDING = 'Digest of what it changes, as that stood before: of a trial, sent back as `If-Match`.';

export class DirectoryImportView {
  @OneOrNull(() => OpenTasksView, { description: 'What an import would do to open tasks; of a trial only.' })
  openTasks!: OpenTasksView | null;
  @One(() => ImportCountView) company!: ImportCountView;
  @One(() => ImportCountView) units!: ImportCountView;
  @One(() => ImportCountView) roles!: ImportCountView;
  @One(() => ImportCountView) people!: ImportCountView;
  @One(() => ImportCountView) accounts!: ImportCountView;
  @One(() => RightCountView, { description: 'Rights of the people whom the document names.' }) rights!: RightCountView;
  @One(() => ImportCountView) positions!: ImportCountView;
  @One(() => ImportCountView) grants!: ImportCountView;
  @One(() => ImportCountView) parameters!: ImportCountView;
  @Text({ description: STANDING }) standing!: string;
}
