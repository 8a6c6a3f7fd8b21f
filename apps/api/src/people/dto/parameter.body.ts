import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { WholeOrNull } from '../../http/schema/schema.decorators';

const isValue = (value: unknown): boolean =>
  value === null ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))) ||
  (typeof value === 'string' && value.length <= 1_000);

/** A text, a number, yes or no, or null for what the process says itself. */
export class ParameterBody {
  @ApiProperty({
    oneOf: [{ type: 'string', maxLength: 1_000 }, { type: 'number' }, { type: 'boolean' }, { type: 'null' }],
    description: 'Of the kind of its default; null: what the process says itself.',
  })
  @ValidateBy({
    name: 'isParameter',
    validator: { validate: isValue, defaultMessage: () => 'value must be a text, a number, or yes or no' },
  })
  value!: string | number | boolean | null;
}

const isShare = (value: unknown): boolean =>
  value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 100);

/** A share in percent, or null for none. */
export class TargetBody {
  @WholeOrNull({ description: 'Percent, 1 to 100; null: none.' })
  @ValidateBy({
    name: 'isShare',
    validator: { validate: isShare, defaultMessage: () => 'onTime must be a whole number from 1 to 100' },
  })
  onTime!: number | null;
}
