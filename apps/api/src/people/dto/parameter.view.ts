import { ApiProperty } from '@nestjs/swagger';
import { BilingualView } from '../../http/values.view';
import { Flag, Many, One, OneOf, Text, Whole } from '../../http/schema.decorators';

export type ParameterJson = string | number | boolean;
const VALUE = { oneOf: [{ type: 'string' as const, maxLength: 1_000 }, { type: 'number' as const }, { type: 'boolean' as const }] };
const Value = (description: string): PropertyDecorator => ApiProperty({ ...VALUE, description });

export class ParameterItem {
  @Text() key!: string;
  @One(() => BilingualView) title!: BilingualView;
  @OneOf(['text', 'number', 'yes-no'], { description: 'As its default is.' }) kind!: string;
  @Value('What the process says where the company has set nothing.') standard!: ParameterJson;
  @Value('What holds.') value!: ParameterJson;
  @Flag({ description: 'The company has set it.' }) set!: boolean;
}

export class ProcessParameters {
  @Text() definition!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Whole() version!: number;
  @Many(() => ParameterItem) parameters!: ParameterItem[];
}

export class ParameterList {
  @Many(() => ProcessParameters, { description: 'Processes in use that have any.' }) items!: ProcessParameters[];
}
