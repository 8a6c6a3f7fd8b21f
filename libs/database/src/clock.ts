/**
 * The machine's clock, read in one place: what expires, is late, is tried again or waits for so long is judged by it. What belongs to a
 * transaction takes PostgreSQL's `now()`, a request its command's time; a company's day is `company_day`.
 */
export const clock = { now: (): Date => new Date(), ms: (): number => Date.now() };
