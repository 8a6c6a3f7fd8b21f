import { isDay, isNearDay } from '@countersign/domain';
import { isISO8601, ValidateBy } from 'class-validator';

/** A day of the calendar that exists, `YYYY-MM-DD`, where the clocks and calendars here count. */
export const IsDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDay',
    validator: { validate: (value) => typeof value === 'string' && isKnownDay(value), defaultMessage: () => '$property must be a day' },
  });

/** A moment (ISO 8601 with day and time) on such a day. */
export const IsMoment = (): PropertyDecorator =>
  ValidateBy({
    name: 'isMoment',
    validator: {
      validate: (value) => isISO8601(value, { strict: true }) && isKnownMoment(value),
      defaultMessage: () => '$property must be a moment',
    },
  });

/** Whether a text is such a day: nothing that PostgreSQL could fail to read. Pure. */
export const isKnownDay = (day: string): boolean => isDay(day) && isNearDay(day);

function isKnownMoment(value: unknown): boolean {
  const at = new Date(String(value));
  return !Number.isNaN(at.getTime()) && isKnownDay(at.toISOString().slice(0, 10));
}
