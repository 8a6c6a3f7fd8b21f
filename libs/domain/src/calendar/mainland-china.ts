import { getDayDetail, getHolidaysInRange, isWorkday } from 'chinese-days';
import type { Bilingual } from '../text/bilingual';
import { dayAfter } from './day-count';
import { weekdayOf } from './running-clock';
import type { StatutoryDays } from './statutory-days';

const FIRST_YEAR = 2020;
/** The package's names read “National Day,国庆节,3”. */
const NAME = /^([^,]+),([^,]+),/;

let known: StatutoryDays | null = null;

/**
 * Statutory holidays of mainland China and the days that make up for them, as the State Council has announced them: of a year whose notice is not out
 * yet nothing is known, and nothing is guessed. Pure (read once from the package's table).
 */
export function mainlandChina(): StatutoryDays {
  return (known ??= read());
}

function read(): StatutoryDays {
  const years: number[] = [];
  const [holidays, makeUp]: [Record<string, Bilingual>, Record<string, Bilingual>] = [{}, {}];
  for (let year = FIRST_YEAR; getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0; year += 1) {
    years.push(year);
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = dayAfter(day)) {
      const name = nameOf(day);
      if (name !== null && !isWorkday(day)) holidays[day] = name;
      else if (name !== null && isAtWeekend(day)) makeUp[day] = name;
    }
  }
  return { holidays, makeUp, years };
}

function isAtWeekend(day: string): boolean {
  return ['sat', 'sun'].includes(weekdayOf(day));
}

/** What a day is called in the notice; null: it is not in it. */
function nameOf(day: string): Bilingual | null {
  const [, en, zh] = NAME.exec(getDayDetail(day).name) ?? [];
  return en === undefined || zh === undefined ? null : { zh, en };
}
