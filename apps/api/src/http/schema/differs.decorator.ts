import { ownValue } from '@countersign/domain';
import { ValidateBy } from 'class-validator';

/** Something else than what stands at another place of the same part. */
export const Differs = (other: string): PropertyDecorator =>
  ValidateBy({
    name: 'differs',
    constraints: [other],
    validator: {
      validate: (value, args) => value !== ownValue(args?.object as Record<string, unknown> | undefined, other),
      defaultMessage: () => `$property must differ from ${other}`,
    },
  });
