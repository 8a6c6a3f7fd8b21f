import {
  daysBetween,
  hiddenFrom,
  isHuman,
  isSettled,
  itemDue,
  kindOf,
  lineTells,
  ownValue,
  recordOf,
  type Bilingual,
  type FormValues,
  type Process,
  type Reader,
  type RequestState,
} from '@countersign/domain';
import { RETURNED_STEP, unblockTitle } from '../requests/names/step-titles';
import type { OpeningRow } from './dto/opening.view';

/** The process in which stores open, and the field that says when. */
export const OPENING = 'store-opening';
export const OPENS_ON = 'openingOn';

/** An opening in progress, as the database tells it. */
export interface StandingOpening {
  id: string;
  number: string | null;
  definitionId: string;
  requesterId: string;
  title: Bilingual | null;
  form: FormValues;
  context: Pick<RequestState['context'], 'steps' | 'fields'>;
  step: string;
  stuck: boolean;
  overdue: boolean;
  waitingFor: string[];
  today: string;
  concerned: boolean;
  steps: string[];
}

/** How far the lists of a request have come. */
export interface OpeningProgress {
  settled: number;
  items: number;
  lateItems: number;
}

/** Over all lists that it has come to. Pure. `today` is the company's day, YYYY-MM-DD. */
export function openingProgress(process: Process, context: StandingOpening['context'], today: string): OpeningProgress {
  const all = process.order.flatMap((id) => {
    const [step, record] = [ownValue(process.steps, id), recordOf(context, id)];
    if (!step || !isHuman(step) || !record?.items) return [];
    const { items } = record;
    return (kindOf(step).list?.(step).items ?? []).flatMap(({ id: item, due }) => {
      const stands = ownValue(items.of, item);
      if (stands === undefined) return [];
      const day = (stands.clock ?? itemDue(due, context.fields, items))?.day;
      return [{ settled: isSettled(stands), past: day !== undefined && day < today }];
    });
  });
  return {
    settled: all.filter(({ settled }) => settled).length,
    items: all.length,
    lateItems: all.filter(({ settled, past }) => past && !settled).length,
  };
}

/** An opening as its reader sees it; whom it waits for stands in `waitingFor` still. Pure. */
export function openingRow(
  opening: StandingOpening,
  process: Process,
  reader: Reader,
): Omit<OpeningRow, 'requester' | 'waitingFor' | 'readable'> {
  const { id, number, title, form, context, step, stuck, overdue, today } = opening;
  const hidden = hiddenFrom(process, reader);
  const day = hidden.has(OPENS_ON) ? null : form[OPENS_ON];
  const { definition } = process;
  const opensOn = typeof day === 'string' && day !== '' ? day : null;
  const progress = openingProgress(process, context, today);
  const known = ownValue(process.steps, step);
  return {
    ...{ id, number, title: lineTells(definition, hidden) ? definition.title : title, opensOn },
    daysLeft: opensOn === null ? null : daysBetween(today, opensOn),
    ...progress,
    late: stuck || overdue || progress.lateItems > 0,
    step: step === 'returned' ? RETURNED_STEP : stuck ? unblockTitle(step) : known && isHuman(known) ? known.title : null,
  };
}
