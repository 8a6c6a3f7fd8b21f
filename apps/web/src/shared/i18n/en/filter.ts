import type { Texts } from '../texts';
import type { filter as zh } from '../zh/filter';

export const filter: Texts<typeof zh> = {
  title: 'Filters',
  words: 'Keywords',
  process: 'Process',
  anyProcess: 'All processes',
  unit: 'Requester’s unit',
  anyUnit: 'All stores and departments',
  amount: 'Amount',
  amountMax: 'Maximum amount',
  amountWrong: 'Enter an amount, such as 12,300.5',
  amountsCross: 'The lower amount is above the upper one: no request can match',
  daysCross: 'The first day is after the last one: no request can match',
  from: 'from',
  to: 'to',
  any: 'Any',
  clear: 'Clear',
  done: 'Done',
  keep: 'Save',
  nameHint: 'Give it a name',
  keepNone: 'Set a filter first',
  keepName: 'Give it a name first',
};
