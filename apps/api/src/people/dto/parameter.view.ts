import type { ParameterSetting } from '@countersign/domain';
import { ApiProperty } from '@nestjs/swagger';
import { BilingualView } from '../../http/schema/values.view';
import { Flag, Many, One, OneOf, Text, Whole, WholeOrNull } from '../../http/schema/schema.decorators';

export const PARAMETER = [
  { type: 'string' as const, maxLength: 1_000 },
  { type: 'number' as const },
  { type: 'boolean' as const },
  {
    type: 'object' as const,
    required: ['amount', 'currency'],
    properties: { amount: { type: 'string' as const }, currency: { type: 'string' as const } },
  },
];
const VALUE = { oneOf: PARAMETER };
const Value = (description: string): PropertyDecorator => ApiProperty({ ...VALUE, description });

export class ParameterItem {
  @Text() key!: string;
  @One(() => BilingualView) title!: BilingualView;
  @OneOf(['text', 'number', 'yes-no', 'money'], { description: 'As its default is.' }) kind!: string;
  @Value('What the process says where the company has set nothing.') standard!: ParameterSetting;
  @Value('What holds.') value!: ParameterSetting;
  @Flag({ description: 'The company has set it.' }) set!: boolean;
  @Text({ description: 'Digest of what the company has set: a change sends it back as `If-Match`.' }) standing!: string;
}

const ON_TIME = 'Percent of the decisions with a deadline that the company wants on time; null: none is set.';

/** What share of its decisions a process is to have on time. */
export class ProcessTargetView {
  @Text() definition!: string;
  @WholeOrNull({ description: ON_TIME }) onTime!: number | null;
}

export class ProcessParameters {
  @Text() definition!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Whole() version!: number;
  @Many(() => ParameterItem) parameters!: ParameterItem[];
  @WholeOrNull({ description: ON_TIME }) onTime!: number | null;
}

export class ParameterList {
  @Many(() => ProcessParameters, { description: 'Processes in use.' }) items!: ProcessParameters[];
}
