import { PERSON_OPERATIONS } from '@countersign/domain';
import { ArrayMaxSize, IsArray, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { Id, Ids, Many, OneOf, OneOrNull, Optional, TimeOrNull } from '../../http/schema/schema.decorators';
import { ReasonView } from '../../http/schema/values.view';

/** Operations by which somebody names another person. */
export const NAMING_OPERATIONS = PERSON_OPERATIONS.filter(({ body }) => 'person' in body.shape);
const COMMANDS = NAMING_OPERATIONS.map(({ type }) => type as string);
const MOST = 50;

export class NameableBody {
  @OneOf(COMMANDS) @IsIn(COMMANDS) command!: string;
  @Optional({ type: 'string', maxLength: 80, description: 'The step that it is about.' })
  @IsString()
  @MaxLength(80)
  step?: string;
  @Optional({ type: 'string', format: 'uuid', description: 'From whom the task is taken, where the operation asks that.' })
  @IsUUID()
  from?: string;
  @Ids({ maxItems: MOST }) @IsArray() @ArrayMaxSize(MOST) @IsUUID(undefined, { each: true }) people!: string[];
}

/** Whether one person may be named. */
export class NameableView {
  @Id() person!: string;
  @OneOrNull(() => ReasonView, { description: 'Why they may not be named; null: they may.' }) reason!: ReasonView | null;
  @TimeOrNull({
    description: 'Who may be named is away until then, with a stand-in who gets nothing of what somebody names them for; null: is not.',
  })
  awayUntil!: string | null;
}

export class NameablePeople {
  @Many(() => NameableView) items!: NameableView[];
}
