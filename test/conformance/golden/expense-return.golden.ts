import { expense } from './expense.forms';
import { readGolden } from './read-golden';

export const EXPENSE_RETURN = readGolden('expense-reimbursement', [
  {
    name: 'a return to the requester, a change, and the whole walk again',
    forms: { first: expense({ amounts: ['11800.00'] }), second: expense({ amounts: ['11800.00', '500.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei return to=requester resume=walk-again comment=“请补充发票”
        → task.decided superior-review zhang-wei return · request.returned requester walk-again ⇒ returned
      li-na resubmit form=second
        → request.submitted 2 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · task.opened finance-director-review song-lan ⇒ finance-director-review: song-lan
      song-lan approve
        → task.decided finance-director-review song-lan approve · step.passed finance-director-review · task.opened approval zhou-yan ⇒ approval: zhou-yan
      zhou-yan approve
        → task.decided approval zhou-yan approve · step.passed approval · task.opened payment chen-jing ⇒ payment: chen-jing
    `,
  },
  {
    name: 'a return that comes straight back to the one who returned it',
    forms: { first: expense({ amounts: ['12300.00'] }), second: expense({ amounts: ['12300.00'], reason: '秋季换季陈列，含冰柜移位' }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · task.opened finance-director-review song-lan ⇒ finance-director-review: song-lan
      song-lan approve
        → task.decided finance-director-review song-lan approve · step.passed finance-director-review · task.opened approval zhou-yan ⇒ approval: zhou-yan
      zhou-yan return to=requester resume=straight-back comment=“请补充发票”
        → task.decided approval zhou-yan return · request.returned requester straight-back ⇒ returned
      li-na resubmit form=second
        → request.submitted 2 · task.opened approval zhou-yan ⇒ approval: zhou-yan
      zhou-yan approve
        → task.decided approval zhou-yan approve · step.passed approval · task.opened payment chen-jing ⇒ payment: chen-jing
    `,
  },
  {
    name: 'a material change on the way straight back makes everybody look again',
    forms: { first: expense({ amounts: ['12300.00'] }), second: expense({ amounts: ['12299.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · task.opened finance-director-review song-lan ⇒ finance-director-review: song-lan
      song-lan approve
        → task.decided finance-director-review song-lan approve · step.passed finance-director-review · task.opened approval zhou-yan ⇒ approval: zhou-yan
      zhou-yan return to=requester resume=straight-back comment=“请补充发票”
        → task.decided approval zhou-yan return · request.returned requester straight-back ⇒ returned
      li-na resubmit form=second
        → request.submitted 2 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
    `,
  },
  {
    name: 'a return to the previous step, and on from there',
    forms: { first: expense({ amounts: ['900.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · step.skipped finance-director-review condition · task.opened approval zhang-wei ⇒ approval: zhang-wei
      zhang-wei return to=previous resume=walk-again comment=“请补充发票”
        → task.decided approval zhang-wei return · request.returned finance-check walk-again · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":false}
        → task.decided finance-check liu-chang approve · step.passed finance-check · step.skipped finance-director-review condition · task.opened approval zheng-guohua ⇒ approval: zheng-guohua
      zheng-guohua approve
        → task.decided approval zheng-guohua approve · step.passed approval · task.opened payment chen-jing ⇒ payment: chen-jing
    `,
  },
  {
    name: 'a return to an earlier step, and straight back from there',
    forms: { first: expense({ amounts: ['12300.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · task.opened finance-director-review song-lan ⇒ finance-director-review: song-lan
      song-lan approve
        → task.decided finance-director-review song-lan approve · step.passed finance-director-review · task.opened approval zhou-yan ⇒ approval: zhou-yan
      zhou-yan return to=superior-review resume=straight-back comment=“请补充发票”
        → task.decided approval zhou-yan return · request.returned superior-review straight-back · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened approval zhou-yan ⇒ approval: zhou-yan
      zhou-yan approve
        → task.decided approval zhou-yan approve · step.passed approval · task.opened payment chen-jing ⇒ payment: chen-jing
    `,
  },
  {
    name: 'a return to where the step does not lead is refused',
    forms: { first: expense({ amounts: ['900.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei return to=payment resume=walk-again comment=“请补充发票”
        → refused return-target
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang return to=approval resume=walk-again comment=“请补充发票”
        → refused return-target
    `,
  },
  {
    name: 'the cashier returns what cannot be paid to the check',
    forms: { first: expense({ amounts: ['900.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · step.skipped finance-director-review condition · task.opened approval zhang-wei ⇒ approval: zhang-wei
      zhang-wei approve
        → task.decided approval zhang-wei approve · step.passed approval · task.opened payment chen-jing ⇒ payment: chen-jing
      chen-jing return to=finance-check resume=straight-back comment=“请补充发票”
        → task.decided payment chen-jing return · request.returned finance-check straight-back · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · task.opened payment chen-jing ⇒ payment: chen-jing
      chen-jing approve fields={"paymentNumber":"P-1"}
        → task.decided payment chen-jing approve · step.passed payment · task.opened filing liu-chang ⇒ filing: liu-chang
    `,
  },
  {
    name: 'an undo within the grace time takes the task back from the successor',
    forms: { first: expense({ amounts: ['900.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      zhang-wei undo
        → task.closed finance-check liu-chang undone · decision.undone approve superior-review · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · step.skipped finance-director-review condition · task.opened approval zhang-wei ⇒ approval: zhang-wei
      zhang-wei undo
        → refused not-undoable
    `,
  },
  {
    name: 'a withdrawal before the first decision, and second thoughts about it',
    forms: { first: expense({ amounts: ['900.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      li-na withdraw
        → task.closed superior-review zhang-wei withdrawn · request.finished withdrawn ⇒ withdrawn
      li-na undo
        → decision.undone withdraw superior-review · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      li-na withdraw
        → refused decision-made
    `,
  },
  {
    name: 'a rejection ends it',
    forms: { first: expense({ amounts: ['900.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang reject comment=“不能报”
        → refused invalid-state
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · step.skipped finance-director-review condition · task.opened approval zhang-wei ⇒ approval: zhang-wei
      zhang-wei reject comment=“与业务无关”
        → task.decided approval zhang-wei reject · request.finished rejected ⇒ rejected
      li-na resubmit form=first
        → refused invalid-state
    `,
  },
]);
