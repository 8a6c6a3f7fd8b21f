import { isDay, isNearDay } from '@countersign/domain';
import { ValidateBy } from 'class-validator';

/** A day that the calendar has, as `YYYY-MM-DD`, where forms take days: what clocks and databases can count with. */
export const IsDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDay',
    validator: {
      validate: (value) => typeof value === 'string' && isDay(value) && isNearDay(value),
      defaultMessage: () => '$property must be a day, YYYY-MM-DD',
    },
  });
