import type { FormTools, WireForm } from './golden';

export interface ExpenseOptions {
  /** Amounts of the items, in yuan. */
  amounts: string[];
  /** Key of the unit that it is charged to. */
  unit?: string;
  /** How many days ago the expense was made. */
  daysAgo?: number;
  /** Invoice numbers; left out, each item has one of the table's own. */
  invoices?: string[];
  reason?: string;
  without?: string[];
}

/** A reimbursement form in the API's own shape. */
export function expense(options: ExpenseOptions) {
  const { amounts, unit = 'store-xuhui', daysAgo = 5, invoices, without = [] } = options;
  return (tools: FormTools): WireForm => {
    const form: WireForm = {
      category: 'display-props',
      costUnit: tools.unit(unit),
      expenseDates: { from: tools.day(-daysAgo), to: tools.day(-daysAgo) },
      payee: '招商银行 ··4021',
      reason: options.reason ?? '秋季换季陈列',
      items: amounts.map((amount, index) => ({
        matter: `第 ${index + 1} 项`,
        date: tools.day(-daysAgo),
        invoiceNumber: tools.own(invoices?.[index] ?? `${index + 1}`),
        invoice: [{ ...tools.file }],
        amount: { amount, currency: 'CNY' },
      })),
    };
    for (const key of without) delete form[key];
    return form;
  };
}
