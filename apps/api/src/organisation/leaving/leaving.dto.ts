import { Type } from 'class-transformer';
import { ArrayMaxSize, IsUUID, ValidateNested } from 'class-validator';
import { IsDay } from '../../http/schema/day.decorator';
import { Flag, Id, Many, One, OneOf, OneOrNull, Optional, Text, TextOrNull, Whole } from '../../http/schema/schema.decorators';
import { BilingualView, PersonRef } from '../../http/schema/values.view';
import { OpenTasksView } from '../../people/dto/people.view';
import { BrokenRouteView } from '../hand/hand-change.dto';

const MOST = 200;
export const LEFT_STATES = ['tried', 'planned', 'left'] as const;

export class LeavingQuery {
  @Optional({ type: String, format: 'date', description: 'The last day; absent: today.' }) @IsDay() lastDay?: string;
}

/** Who takes the place of a post. */
export class HeirBody {
  @Id() @IsUUID() post!: string;
  @Optional({ type: String, format: 'uuid', description: 'Absent: nobody.' }) @IsUUID() person?: string;
}

export class LeavingBody {
  @Text({ description: 'The last day (YYYY-MM-DD); yesterday: they have gone already.' }) @IsDay() lastDay!: string;
  @Text({ description: 'First day on which whoever takes a place no longer does.' }) @IsDay() until!: string;
  @Many(() => HeirBody, { description: 'A post that is not named goes to whoever is above it.' })
  @ValidateNested({ each: true })
  @Type(() => HeirBody)
  @ArrayMaxSize(MOST)
  heirs!: HeirBody[];
}

/** A post that is left, or a vacant one whose place they have taken. */
export class LeftPlaceView {
  @Id() post!: string;
  @One(() => BilingualView) title!: BilingualView;
  @One(() => BilingualView) unit!: BilingualView;
  @Flag({ description: 'They do not hold it, but take its place.' }) instead!: boolean;
  @OneOrNull(() => PersonRef, { description: 'To whom it goes; null: nobody.' }) to!: PersonRef | null;
}

export class LeavingView {
  @Text({ description: 'YYYY-MM-DD' }) today!: string;
  @TextOrNull({ description: 'The last day as it was arranged; null: nothing is.' }) planned!: string | null;
  @TextOrNull({ description: 'Why they cannot be let go, as a code; null: they can.' }) fault!: string | null;
  @OneOrNull(() => BilingualView, { description: 'The same in words.' }) why!: BilingualView | null;
  @Many(() => LeftPlaceView, { description: 'With whom each goes to if nobody is named.' }) places!: LeftPlaceView[];
}

/** What a leaving does, or did. */
export class LeavingAnswer {
  @OneOf(LEFT_STATES) state!: string;
  @Text() lastDay!: string;
  @Many(() => LeftPlaceView) places!: LeftPlaceView[];
  @Whole({ description: 'Authorities of their own that end.' }) grants!: number;
  @Many(() => BilingualView, { description: 'Rights that end.' }) rights!: BilingualView[];
  @Many(() => BrokenRouteView, { description: 'Posts in whose place nobody is, and that processes ask.' }) broken!: BrokenRouteView[];
  @OneOrNull(() => OpenTasksView, { description: 'Of a trial: open tasks, as if the day had come.' }) openTasks!: OpenTasksView | null;
}
