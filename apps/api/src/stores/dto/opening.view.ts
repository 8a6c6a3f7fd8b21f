import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../../http/schema/page.query';
import { Flag, Id, Many, One, OneOrNull, Optional, TextOrNull, Whole, WholeOrNull } from '../../http/schema/schema.decorators';
import { BilingualView, PersonRef } from '../../http/schema/values.view';

export const OPENING_VIEWS = ['running', 'late'] as const;

export class OpeningsQuery extends PageQuery {
  @Optional({ enum: OPENING_VIEWS, default: 'running', description: '`late`: overdue or stuck, or with items that are.' })
  @IsIn(OPENING_VIEWS)
  view?: (typeof OPENING_VIEWS)[number];
  @Optional({ type: String, maxLength: 200, description: 'Words of its title, or its number.' }) @IsString() @MaxLength(200) q?: string;
  @Optional({ type: String, format: 'uuid', description: 'Unit of the requester, subtree included.' }) @IsUUID() unit?: string;
}

/** A store that is to open. */
export class OpeningRow {
  @Id({ description: 'Of the request.' }) id!: string;
  @TextOrNull() number!: string | null;
  @OneOrNull(() => BilingualView, { description: 'The title of its process where its own tells what the reader may not see.' })
  title!: BilingualView | null;
  @Flag({ description: 'The reader may open it.' }) readable!: boolean;
  @One(() => PersonRef) requester!: PersonRef;
  @TextOrNull({ description: 'Planned opening day, YYYY-MM-DD; null: the reader may not see it, or there is none.' }) opensOn!:
    string | null;
  @WholeOrNull({ description: 'Calendar days from today to that day.' }) daysLeft!: number | null;
  @Whole({ description: 'Items of its lists that are done or waived.' }) settled!: number;
  @Whole({ description: 'Items of the lists that it has come to.' }) items!: number;
  @Whole({ description: 'Items past their day.' }) lateItems!: number;
  @Flag({ description: 'Overdue or stuck, or with items past their day.' }) late!: boolean;
  @OneOrNull(() => BilingualView, { description: 'The step that presses most.' }) step!: BilingualView | null;
  @Many(() => PersonRef) waitingFor!: PersonRef[];
}

export class OpeningPage {
  @Many(() => OpeningRow) items!: OpeningRow[];
  @TextOrNull() nextCursor!: string | null;
}
