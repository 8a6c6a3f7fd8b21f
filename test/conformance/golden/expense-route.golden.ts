import { expense } from './expense.forms';
import { readGolden } from './read-golden';

export const EXPENSE_ROUTE = readGolden('expense-reimbursement', [
  {
    name: 'an expense within the area manager’s limit is paid, filed and closed',
    forms: { first: expense({ amounts: ['800.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · step.skipped finance-director-review condition · task.opened approval zhang-wei ⇒ approval: zhang-wei
      zhang-wei approve
        → task.decided approval zhang-wei approve · step.passed approval · task.opened payment chen-jing ⇒ payment: chen-jing
      chen-jing approve fields={"paymentNumber":"P-1"}
        → task.decided payment chen-jing approve · step.passed payment · task.opened filing liu-chang ⇒ filing: liu-chang
      liu-chang approve fields={"voucherNumber":"V-1"}
        → task.decided filing liu-chang approve · step.passed filing · request.finished approved ⇒ approved
      grace passes
        → request.closed ⇒ closed
    `,
  },
  {
    name: 'an expense above the limit climbs to the first who covers it, after the finance director',
    forms: { first: expense({ amounts: ['6800.00', '3200.00', '1800.00', '500.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · task.opened finance-director-review song-lan ⇒ finance-director-review: song-lan
      song-lan approve
        → task.decided finance-director-review song-lan approve · step.passed finance-director-review · task.opened approval zhou-yan ⇒ approval: zhou-yan
      zhou-yan approve
        → task.decided approval zhou-yan approve · step.passed approval · task.opened payment chen-jing ⇒ payment: chen-jing
      chen-jing pay-part fields={"paidParts":[{"amount":{"amount":"5000.00","currency":"CNY"},"slip":"P-0"}]}
        → part.paid payment ⇒ payment: chen-jing
      chen-jing pay-part fields={"paidParts":[{"amount":{"amount":"7300.01","currency":"CNY"},"slip":"P-1"}]}
        → refused paid-over
      chen-jing approve fields={"paymentNumber":"P-1"}
        → task.decided payment chen-jing approve · step.passed payment · task.opened filing liu-chang ⇒ filing: liu-chang
      liu-chang approve fields={"voucherNumber":"V-1"}
        → task.decided filing liu-chang approve · step.passed filing · request.finished approved ⇒ approved
    `,
  },
  {
    name: 'five thousand exactly stays with the operations manager and needs no finance director',
    forms: { first: expense({ amounts: ['4999.99', '0.01'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · step.skipped finance-director-review condition · task.opened approval sun-qian ⇒ approval: sun-qian
      sun-qian approve
        → task.decided approval sun-qian approve · step.passed approval · task.opened payment chen-jing ⇒ payment: chen-jing
    `,
  },
  {
    name: 'one cent more needs both the finance director and the operations director',
    forms: { first: expense({ amounts: ['5000.00', '0.01'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · task.opened finance-director-review song-lan ⇒ finance-director-review: song-lan
      song-lan approve
        → task.decided finance-director-review song-lan approve · step.passed finance-director-review · task.opened approval zhou-yan ⇒ approval: zhou-yan
    `,
  },
  {
    name: 'finance has to say in plan or over plan; over plan goes to the general manager',
    forms: { first: expense({ amounts: ['80.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve
        → refused required-fields
      liu-chang approve fields={"inPlan":false}
        → task.decided finance-check liu-chang approve · step.passed finance-check · step.skipped finance-director-review condition · task.opened approval zheng-guohua ⇒ approval: zheng-guohua
      zheng-guohua approve
        → task.decided approval zheng-guohua approve · step.passed approval · task.opened payment chen-jing ⇒ payment: chen-jing
    `,
  },
  {
    name: 'half a million over plan is the general manager’s last yuan',
    forms: { first: expense({ amounts: ['500000.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":false}
        → task.decided finance-check liu-chang approve · step.passed finance-check · task.opened finance-director-review song-lan ⇒ finance-director-review: song-lan
      song-lan approve
        → task.decided finance-director-review song-lan approve · step.passed finance-director-review · task.opened approval zheng-guohua ⇒ approval: zheng-guohua
    `,
  },
  {
    name: 'more than that over plan goes to the group',
    forms: { first: expense({ amounts: ['500000.01'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":false}
        → task.decided finance-check liu-chang approve · step.passed finance-check · task.opened finance-director-review song-lan ⇒ finance-director-review: song-lan
      song-lan approve
        → task.decided finance-director-review song-lan approve · step.passed finance-director-review · task.opened approval shen-siyuan ⇒ approval: shen-siyuan
      shen-siyuan approve
        → task.decided approval shen-siyuan approve · step.passed approval · task.opened payment chen-jing ⇒ payment: chen-jing
    `,
  },
  {
    name: 'in plan the general manager has no limit',
    forms: { first: expense({ amounts: ['800000.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · task.opened finance-director-review song-lan ⇒ finance-director-review: song-lan
      song-lan approve
        → task.decided finance-director-review song-lan approve · step.passed finance-director-review · task.opened approval zheng-guohua ⇒ approval: zheng-guohua
    `,
  },
  {
    name: 'the other area has its own manager and its own finance specialist',
    forms: { first: expense({ amounts: ['150.00'], unit: 'store-jingan' }) },
    rows: `
      bai-ling submit form=first
        → request.submitted 1 · task.opened superior-review wang-min ⇒ superior-review: wang-min
      wang-min approve
        → task.decided superior-review wang-min approve · step.passed superior-review · task.opened finance-check he-qiong ⇒ finance-check: he-qiong
      he-qiong approve fields={"inPlan":true}
        → task.decided finance-check he-qiong approve · step.passed finance-check · step.skipped finance-director-review condition · task.opened approval wang-min ⇒ approval: wang-min
      wang-min approve
        → task.decided approval wang-min approve · step.passed approval · task.opened payment chen-jing ⇒ payment: chen-jing
      chen-jing approve fields={"paymentNumber":"P-1"}
        → task.decided payment chen-jing approve · step.passed payment · task.opened filing he-qiong ⇒ filing: he-qiong
      he-qiong approve fields={"voucherNumber":"V-1"}
        → task.decided filing he-qiong approve · step.passed filing · request.finished approved ⇒ approved
    `,
  },
  {
    name: 'an item that finance refuses is not paid, and what is left is decided by what it comes to',
    forms: { first: expense({ amounts: ['3000.00', '2500.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · task.opened finance-director-review song-lan ⇒ finance-director-review: song-lan
      song-lan decide-rows fields={"items":[{"row":1,"reason":"不属于本店"}]}
        → task.decided finance-director-review song-lan decide-rows · step.passed finance-director-review · rows.decided finance-director-review 1 0 1 · task.opened approval sun-qian ⇒ approval: sun-qian
      sun-qian approve
        → task.decided approval sun-qian approve · step.passed approval · task.opened payment chen-jing ⇒ payment: chen-jing
    `,
  },
  {
    name: 'a category that was wrong is put right by finance, and whoever was shown the other one is asked again',
    forms: { first: expense({ amounts: ['11800.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · task.opened finance-director-review song-lan ⇒ finance-director-review: song-lan
      song-lan approve fields={"category":"promotion"}
        → task.decided finance-director-review song-lan approve · step.passed finance-director-review · form.edited · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
    `,
  },
  {
    name: 'an approval that is revoked: the payment comes back, the voucher is reversed, then it ends',
    forms: { first: expense({ amounts: ['5000.00', '0.01'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · task.opened finance-director-review song-lan ⇒ finance-director-review: song-lan
      song-lan approve
        → task.decided finance-director-review song-lan approve · step.passed finance-director-review · task.opened approval zhou-yan ⇒ approval: zhou-yan
      zhou-yan approve
        → task.decided approval zhou-yan approve · step.passed approval · task.opened payment chen-jing ⇒ payment: chen-jing
      chen-jing approve fields={"paymentNumber":"P-1"}
        → task.decided payment chen-jing approve · step.passed payment · task.opened filing liu-chang ⇒ filing: liu-chang
      liu-chang approve fields={"voucherNumber":"V-1"}
        → task.decided filing liu-chang approve · step.passed filing · request.finished approved ⇒ approved
      li-na revoke comment=“发票有误”
        → refused not-yours-to-take-up
      song-lan revoke comment=“发票作废”
        → request.revoked · task.opened recall-payment chen-jing ⇒ recall-payment: chen-jing
      song-lan revoke comment=“发票作废”
        → refused being-revoked
      chen-jing approve
        → refused comment-required
      chen-jing approve comment=“已原路退回”
        → task.decided recall-payment chen-jing approve · step.passed recall-payment · task.opened voucher-reversal liu-chang ⇒ voucher-reversal: liu-chang
      liu-chang approve comment=“红字凭证 7 号”
        → task.decided voucher-reversal liu-chang approve · step.passed voucher-reversal · request.finished revoked ⇒ revoked
    `,
  },
]);
