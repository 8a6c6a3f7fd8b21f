import { MOST_OUTSIDE_ROWS, MOST_PLAN_ROWS } from '@countersign/domain';
import { IsString, Length, MaxLength, MinLength } from 'class-validator';
import { IsSeen } from '../../http/schema/seen.decorator';
import { Text, Whole, WholeOrNull } from '../../http/schema/schema.decorators';

/** Letters of a title. */
const LONGEST_TITLE = 100;
/** Bytes of a table, as text. */
const LONGEST_PLAN = 2_000_000;
const LONGEST_OUTSIDE = 500_000;

export class PlanImportBody {
  @Text({ description: 'Key or title of the plan; one that there is not is made.' })
  @IsString()
  @Length(1, LONGEST_TITLE)
  @IsSeen()
  plan!: string;

  @Text({ description: `Its lines as CSV, the head first; at most ${MOST_PLAN_ROWS} rows. Lines that it does not name stay as they are.` })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_PLAN)
  csv!: string;
}

export class PlanImportView {
  @Whole() created!: number;
  @Whole() updated!: number;
  @Whole() unchanged!: number;
  @WholeOrNull({ description: 'The version that this makes; null: nothing changes.' }) version!: number | null;
}

export class OutsideBody {
  @Text({
    description: `What was spent, as CSV, the head first; at most ${MOST_OUTSIDE_ROWS} rows. A reference that is known counts once.`,
  })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_OUTSIDE)
  csv!: string;
}

export class OutsideView {
  @Whole() posted!: number;
  @Whole({ description: 'Left out: their reference is known.' }) known!: number;
}

export class CategoryBody {
  @Text() @IsString() @Length(1, LONGEST_TITLE) @IsSeen() zh!: string;
  @Text() @IsString() @Length(1, LONGEST_TITLE) @IsSeen() en!: string;
}
