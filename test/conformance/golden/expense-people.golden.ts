import { expense } from './expense.forms';
import { grant, person, position, withheld } from './changes';
import { readGolden } from './read-golden';

export const EXPENSE_PEOPLE = readGolden('expense-reimbursement', [
  {
    name: 'an approver’s own expense goes to the next superior',
    forms: { first: expense({ amounts: ['3000.00'], unit: 'operations' }) },
    rows: `
      sun-qian submit form=first
        → request.submitted 1 · task.opened superior-review zhou-yan ⇒ superior-review: zhou-yan
      zhou-yan approve
        → task.decided superior-review zhou-yan approve · step.passed superior-review · task.opened finance-check he-qiong ⇒ finance-check: he-qiong
      he-qiong approve fields={"inPlan":true}
        → task.decided finance-check he-qiong approve · step.passed finance-check · step.skipped finance-director-review condition · task.opened approval zhou-yan ⇒ approval: zhou-yan
      zhou-yan approve
        → task.decided approval zhou-yan approve · step.passed approval · task.opened payment chen-jing ⇒ payment: chen-jing
    `,
  },
  {
    name: 'one person twice in adjacent steps is merged and logged',
    forms: { first: expense({ amounts: ['8000.00'], unit: 'finance' }) },
    rows: `
      gu-ming submit form=first
        → request.submitted 1 · task.opened superior-review song-lan ⇒ superior-review: song-lan
      song-lan approve
        → task.decided superior-review song-lan approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · task.opened finance-director-review song-lan ⇒ finance-director-review: song-lan
      song-lan approve
        → task.decided finance-director-review song-lan approve · step.passed finance-director-review · step.merged approval song-lan · task.opened payment chen-jing ⇒ payment: chen-jing
      chen-jing approve fields={"paymentNumber":"P-1"}
        → task.decided payment chen-jing approve · step.passed payment · task.opened filing liu-chang ⇒ filing: liu-chang
    `,
  },
  {
    name: 'a finance specialist’s own expense is checked by another one',
    forms: { first: expense({ amounts: ['600.00'], unit: 'finance' }) },
    rows: `
      liu-chang submit form=first
        → request.submitted 1 · task.opened superior-review gu-ming ⇒ superior-review: gu-ming
      gu-ming approve
        → task.decided superior-review gu-ming approve · step.passed superior-review · task.opened finance-check he-qiong ⇒ finance-check: he-qiong
      he-qiong approve fields={"inPlan":true}
        → task.decided finance-check he-qiong approve · step.passed finance-check · step.skipped finance-director-review condition · task.opened approval song-lan ⇒ approval: song-lan
      song-lan approve
        → task.decided approval song-lan approve · step.passed approval · task.opened payment chen-jing ⇒ payment: chen-jing
      chen-jing approve fields={"paymentNumber":"P-1"}
        → task.decided payment chen-jing approve · step.passed payment · task.opened filing he-qiong ⇒ filing: he-qiong
      he-qiong approve fields={"voucherNumber":"V-1"}
        → task.decided filing he-qiong approve · step.passed filing · request.finished approved ⇒ approved
    `,
  },
  {
    name: 'the cashier’s own expense is paid by the finance manager',
    forms: { first: expense({ amounts: ['300.00'], unit: 'finance' }) },
    rows: `
      chen-jing submit form=first
        → request.submitted 1 · task.opened superior-review gu-ming ⇒ superior-review: gu-ming
      gu-ming approve
        → task.decided superior-review gu-ming approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · step.skipped finance-director-review condition · task.opened approval song-lan ⇒ approval: song-lan
      song-lan approve
        → task.decided approval song-lan approve · step.passed approval · task.opened payment gu-ming ⇒ payment: gu-ming
      gu-ming approve fields={"paymentNumber":"P-1"}
        → task.decided payment gu-ming approve · step.passed payment · task.opened filing liu-chang ⇒ filing: liu-chang
    `,
  },
  {
    name: 'whoever checked the documents does not pay them',
    forms: { first: expense({ amounts: ['300.00'], unit: 'finance' }) },
    changes: { 'specialists-away': { people: [person('liu-chang', { active: false }), person('he-qiong', { active: false })] } },
    rows: `
      change specialists-away
      chen-jing submit form=first
        → request.submitted 1 · task.opened superior-review gu-ming ⇒ superior-review: gu-ming
      gu-ming approve
        → task.decided superior-review gu-ming approve · step.passed superior-review · task.opened finance-check gu-ming ⇒ finance-check: gu-ming
      gu-ming approve fields={"inPlan":true}
        → task.decided finance-check gu-ming approve · step.passed finance-check · step.skipped finance-director-review condition · task.opened approval song-lan ⇒ approval: song-lan
      song-lan approve
        → task.decided approval song-lan approve · step.passed approval · request.blocked payment no-approver jiang-ming ⇒ blocked at payment: jiang-ming
    `,
  },
  {
    name: 'a superior who has left is passed over',
    forms: { first: expense({ amounts: ['2000.00'] }) },
    changes: { 'sun-qian-away': { people: [person('sun-qian', { active: false })] } },
    rows: `
      change sun-qian-away
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · step.skipped finance-director-review condition · task.opened approval zhou-yan ⇒ approval: zhou-yan
    `,
  },
  {
    name: 'a post that nobody holds any more is passed over, and the line goes on above it',
    forms: { first: expense({ amounts: ['2000.00'] }) },
    changes: { 'term-ended': { positions: [position('ops-manager', { validFrom: '2025-01-01', validTo: '2026-01-01' })] } },
    rows: `
      change term-ended
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · step.skipped finance-director-review condition · task.opened approval zhou-yan ⇒ approval: zhou-yan
    `,
  },
  {
    name: 'a post that is not held yet is passed over too',
    forms: { first: expense({ amounts: ['2000.00'] }) },
    changes: { 'term-to-come': { positions: [position('area-manager.xuhui', { validFrom: '2199-01-01' })] } },
    rows: `
      change term-to-come
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review sun-qian ⇒ superior-review: sun-qian
    `,
  },
  {
    name: 'a blank limit covers nothing',
    forms: { first: expense({ amounts: ['12000.00'] }) },
    changes: { 'blank-limit': { grants: [grant('expense-ops-director', { limit: null })] } },
    rows: `
      change blank-limit
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
    name: 'nobody who may approve blocks the request until an operator has it resolved again',
    forms: { first: expense({ amounts: ['30000.00'] }) },
    changes: {
      'nobody-at-the-top': { grants: [withheld('expense-gm-in-plan'), withheld('expense-group-gm')] },
      'gm-again': { grants: [grant('expense-gm-in-plan')] },
    },
    rows: `
      change nobody-at-the-top
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · task.opened finance-director-review song-lan ⇒ finance-director-review: song-lan
      song-lan approve
        → task.decided finance-director-review song-lan approve · step.passed finance-director-review · request.blocked approval no-approver jiang-ming ⇒ blocked at approval: jiang-ming
      zhang-wei resolve-again
        → refused not-owner
      jiang-ming resolve-again
        → request.blocked approval no-approver jiang-ming ⇒ blocked at approval: jiang-ming
      change gm-again
      jiang-ming resolve-again
        → request.unblocked approval · task.opened approval zheng-guohua ⇒ approval: zheng-guohua
      zheng-guohua approve
        → task.decided approval zheng-guohua approve · step.passed approval · task.opened payment chen-jing ⇒ payment: chen-jing
    `,
  },
  {
    name: 'a limit that is taken back in between stops the decision',
    forms: { first: expense({ amounts: ['12000.00'] }) },
    changes: { 'limit-taken-back': { grants: [withheld('expense-ops-director')] } },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened superior-review zhang-wei ⇒ superior-review: zhang-wei
      zhang-wei approve
        → task.decided superior-review zhang-wei approve · step.passed superior-review · task.opened finance-check liu-chang ⇒ finance-check: liu-chang
      liu-chang approve fields={"inPlan":true}
        → task.decided finance-check liu-chang approve · step.passed finance-check · task.opened finance-director-review song-lan ⇒ finance-director-review: song-lan
      song-lan approve
        → task.decided finance-director-review song-lan approve · step.passed finance-director-review · task.opened approval zhou-yan ⇒ approval: zhou-yan
      change limit-taken-back
      zhou-yan approve
        → refused no-authority
    `,
  },
]);
