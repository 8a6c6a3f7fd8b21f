import { GRADES, RIGHTS, type Grade, type RightName } from '@countersign/domain';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsDay } from '../../http/schema/day.decorator';
import { Id, Many, One, OneOf, OneOrNull, Optional, Text, Whole } from '../../http/schema/schema.decorators';
import { BilingualView } from '../../http/schema/values.view';
import { MergedDutyView } from '../dto/desk.view';
import { OpenTasksView, STANDING } from '../../people/dto/people.view';

export const HAND_KINDS = ['give', 'end', 'substitute', 'superior', 'role', 'account', 'rights'] as const;

/** One change by hand. */
export class HandChangeBody {
  @OneOf(HAND_KINDS, {
    description:
      'A post is given (`post`, `person`, `day`), ended (`post`, `day`; without: its end is taken away), taken the place of (`post`, `person`, `day`: until), reports to another (`post`, `superior`; without: to none) or gets another role (`post`, `role`, `grade`); an account ends or begins again (`person`, `active`); rights of a person (`person`, `rights`).',
  })
  @IsIn(HAND_KINDS)
  kind!: (typeof HAND_KINDS)[number];
  @Optional({ type: String, format: 'uuid' }) @IsUUID() post?: string;
  @Optional({ type: String, format: 'uuid' }) @IsUUID() person?: string;
  @Optional({
    type: String,
    format: 'date',
    nullable: true,
    description: 'From which day it is given; the first day on which it is no longer held, or taken.',
  })
  @IsDay()
  day?: string;
  @Optional({ type: String, format: 'uuid', description: 'A post.' }) @IsUUID() superior?: string;
  @Optional({ type: String, maxLength: 80, description: 'Key of a role.' }) @IsString() @MaxLength(80) role?: string;
  @Optional({ enum: [...GRADES] }) @IsIn(GRADES) grade?: Grade;
  @Optional({ type: Boolean }) @IsBoolean() active?: boolean;
  @Optional({ enum: [...RIGHTS], isArray: true })
  @IsArray()
  @ArrayMaxSize(RIGHTS.length)
  @IsIn(RIGHTS, { each: true })
  rights?: RightName[];
}

/** A post that nobody would hold, and the processes in use that would find nobody there. */
export class BrokenRouteView {
  @Id() post!: string;
  @One(() => BilingualView) title!: BilingualView;
  @One(() => BilingualView) unit!: BilingualView;
  @Many(() => BilingualView) processes!: BilingualView[];
}

/** What a change by hand does, or did. */
export class HandChangeView {
  @Whole({ description: 'Rows of the directory that differ.' }) changed!: number;
  @Text({ description: STANDING }) standing!: string;
  @OneOrNull(() => OpenTasksView, { description: 'Of a trial: open tasks that move. None before the day has come.' })
  openTasks!: OpenTasksView | null;
  @Many(() => BrokenRouteView, { description: 'Of a trial.' }) broken!: BrokenRouteView[];
  @Many(() => MergedDutyView, { description: 'Of a trial: duties that come to one person and ought to be two people’s.' })
  duties!: MergedDutyView[];
}
