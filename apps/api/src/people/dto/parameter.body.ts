import { parameterSettingSchema, type ParameterSetting } from '@countersign/domain';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { PARAMETER } from './parameter.view';
import { WholeOrNull } from '../../http/schema/schema.decorators';

const isValue = (value: unknown): boolean =>
  value === null ||
  typeof value === 'boolean' ||
  (typeof value === 'number'
    ? Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))
    : parameterSettingSchema.safeParse(value).success);

/** A text, a number, yes or no, an amount, or null for what the process says itself. */
export class ParameterBody {
  @ApiProperty({
    oneOf: [...PARAMETER, { type: 'null' }],
    description: 'Of the kind of its default; null: what the process says itself.',
  })
  @ValidateBy({
    name: 'isParameter',
    validator: { validate: isValue, defaultMessage: () => 'value must be a text, a number, an amount, or yes or no' },
  })
  value!: ParameterSetting | null;
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
