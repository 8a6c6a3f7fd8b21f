import { IsIn, IsString, Length } from 'class-validator';
import { Flag, Id, IdOrNull, Many, One, OneOf, OneOrNull, Optional, Text, TextOrNull, Time } from '../../http/schema/schema.decorators';
import { IsSeen } from '../../http/schema/seen.decorator';
import { BilingualView, CursorView, PersonRef, UsedTokenView } from '../../http/schema/values.view';
import { NewRequestBody } from './request.body';

const BEGINS = ['submitted', 'draft'] as const;

export class EventBody extends NewRequestBody {
  @Text({
    description:
      'What the event is called where it happened, such as `pos:stock-low:4711:2026-11-29`. For good: one event of an account starts one request, however its name is spelt (blanks, capitals, full-width letters).',
  })
  @IsString()
  @Length(1, 200)
  @IsSeen()
  event!: string;

  @Optional({ enum: [...BEGINS], default: 'submitted', description: '`draft`: the caller’s account fills in the rest by hand.' })
  @IsIn(BEGINS)
  begins?: (typeof BEGINS)[number];
}

export class StartedView {
  @Id() requestId!: string;
  @TextOrNull() number!: string | null;
  @OneOf(['submitted', 'draft', 'open', 'thrown-away'], {
    description: '`open`: sent, but not yet known; it goes on by itself. `thrown-away`: it was a draft that somebody has done away with.',
  })
  state!: 'submitted' | 'draft' | 'open' | 'thrown-away';
  @Flag({ description: 'The event had started it before; nothing was done now.' }) repeated!: boolean;
}

export class StartedEventView {
  @Text() event!: string;
  @Text() definition!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Time() at!: string;
  @IdOrNull({ description: 'The request; null: it was a draft that was thrown away.' }) requestId!: string | null;
  @TextOrNull() number!: string | null;
  @One(() => PersonRef) by!: PersonRef;
  @OneOrNull(() => UsedTokenView) token!: UsedTokenView | null;
}

export class StartedEventPage extends CursorView {
  @Many(() => StartedEventView, { description: 'Newest first.' }) items!: StartedEventView[];
}
