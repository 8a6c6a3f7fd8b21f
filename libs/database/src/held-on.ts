/** SQL: whether a post or a grant (an alias with `valid_from` and `valid_to`) is in force on a day; the day that it ends on is no longer one of it. */
export const heldOn = (alias: string, day: string): string =>
  `(${alias}.valid_from IS NULL OR ${alias}.valid_from <= ${day}) AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > ${day})`;

/** The same of today, by the clock of the company with the alias `c`. */
export const heldToday = (alias: string): string => heldOn(alias, 'company_day(c.time_zone)');
