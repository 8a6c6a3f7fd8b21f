import { expense } from './expense.forms';
import { readGolden } from './read-golden';

export const EXPENSE_REFUSAL = readGolden('expense-reimbursement', [
  {
    name: 'thirty days are not too old',
    forms: { first: expense({ amounts: ['50.00'], daysAgo: 30 }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
    `,
  },
  {
    name: 'thirty-one days are, when it is submitted for the first time',
    forms: { first: expense({ amounts: ['50.00'], daysAgo: 31 }) },
    rows: `
      li-na submit form=first
        → refused too-old
    `,
  },
  {
    name: 'an invoice is claimed once, while its request lives',
    forms: {
      first: expense({ amounts: ['50.00'], invoices: ['A'] }),
      second: expense({ amounts: ['60.00', '70.00'], invoices: ['B', 'A'] }),
    },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      ye-xin submit of=second form=second
        → refused value-taken
      li-na withdraw
        → task.closed superior-review zhang-wei withdrawn · request.finished withdrawn ⇒ withdrawn
      ye-xin submit of=second form=second
        → request.submitted 1 · task.opened superior-review li-na ⇒ superior-review: li-na
    `,
  },
  {
    name: 'one invoice does not stand twice on one request',
    forms: { first: expense({ amounts: ['50.00', '50.00'], invoices: ['A', 'A'] }) },
    rows: `
      li-na submit form=first
        → refused value-taken
    `,
  },
  {
    name: 'what is required must be there',
    forms: { first: expense({ amounts: ['50.00'], without: ['reason'] }), second: expense({ amounts: [] }) },
    rows: `
      li-na submit form=first
        → refused required-fields
      li-na submit form=second
        → refused required-fields
    `,
  },
  {
    name: 'only the person of the task decides, once, about what was shown',
    forms: { first: expense({ amounts: ['900.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      li-na approve
        → refused not-assignee
      zhang-wei return to=requester resume=walk-again
        → refused comment-required
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      zhang-wei approve step=superior-review
        → refused already-decided
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · step.skipped finance-director-review condition · task.opened approval zhang-wei ⇒ approval: zhang-wei
      zhang-wei approve shown=before
        → refused stale-content
      zhang-wei approve
        → task.decided approval zhang-wei approve · step.passed approval · task.opened payment chen-jing ⇒ payment: chen-jing
      chen-jing approve
        → refused required-fields
      chen-jing approve fields={"paymentNumber":"P-1"}
        → task.decided payment chen-jing approve · step.passed payment · task.opened filing liu-chang ⇒ filing: liu-chang
    `,
  },
  {
    name: 'nobody submits twice',
    forms: { first: expense({ amounts: ['900.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      li-na submit form=first
        → refused already-submitted
    `,
  },
]);
