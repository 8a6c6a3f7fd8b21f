import { BilingualView, PersonRef } from '../../http/values.view';
import { Flag, Id, IdOrNull, Many, One, OneOf, Text, TextOrNull, Whole } from '../../http/schema.decorators';

export class PeoplePage {
  @Many(() => PersonRef) items!: PersonRef[];
  @TextOrNull() nextCursor!: string | null;
}

export class PostView {
  @Id() id!: string;
  @One(() => BilingualView) title!: BilingualView;
  @One(() => BilingualView) unit!: BilingualView;
  @Flag() primary!: boolean;
}

export class PersonView extends PersonRef {
  @Text() key!: string;
  @TextOrNull() email!: string | null;
  @Flag() active!: boolean;
  @Many(() => PostView) posts!: PostView[];
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
}

export class DirectoryImportView {
  @One(() => ImportCountView) company!: ImportCountView;
  @One(() => ImportCountView) units!: ImportCountView;
  @One(() => ImportCountView) roles!: ImportCountView;
  @One(() => ImportCountView) people!: ImportCountView;
  @One(() => ImportCountView) accounts!: ImportCountView;
  @One(() => RightCountView, { description: 'Rights of the people whom the document names.' }) rights!: RightCountView;
  @One(() => ImportCountView) positions!: ImportCountView;
  @One(() => ImportCountView) grants!: ImportCountView;
  @One(() => ImportCountView) parameters!: ImportCountView;
}
