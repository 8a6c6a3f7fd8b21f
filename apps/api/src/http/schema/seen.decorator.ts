import { isUnseen } from '@countersign/domain';
import { ValidateBy } from 'class-validator';

/** A text of which a reader sees something: blanks and invisible signs alone are none. */
export const IsSeen = (): PropertyDecorator =>
  ValidateBy({
    name: 'isSeen',
    validator: { validate: (value) => typeof value === 'string' && !isUnseen(value), defaultMessage: () => '$property must not be blank' },
  });
