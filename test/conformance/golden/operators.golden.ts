import { person } from './changes';
import { readGolden } from './read-golden';
import type { WireForm } from './golden';

const topic = (): WireForm => ({ topic: '橱窗灯' });

export const OPERATORS = readGolden('table-desk', [
  {
    name: 'a request is brought to another step over its people’s heads, and what is left of it is overridden',
    forms: { first: topic },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened look tang-lei ⇒ look: tang-lei
      li-na jump step=look to=last comment=“急”
        → refused not-owner
      jiang-ming jump step=look to=look comment=“急”
        → refused jump-target
      jiang-ming jump step=look to=last comment=“急”
        → task.closed look tang-lei jumped · request.jumped look last · step.skipped look waived · step.skipped desk waived · step.skipped board waived · task.opened last zhou-yan ⇒ last: zhou-yan
      li-na override step=last comment=“急”
        → refused not-owner
      jiang-ming override step=last
        → refused comment-required
      jiang-ming override step=last comment=“急”
        → task.closed last zhou-yan overridden · step.overridden last · request.finished approved ⇒ approved
    `,
  },
  {
    name: 'what is suspended stands still until it is resumed, and ends where it is terminated',
    forms: { first: topic },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened look tang-lei ⇒ look: tang-lei
      jiang-ming resume
        → refused not-suspended
      li-na suspend comment=“待查”
        → refused not-owner
      jiang-ming suspend comment=“待查”
        → request.suspended ⇒ look: tang-lei
      tang-lei approve
        → refused suspended
      li-na resume
        → refused not-owner
      jiang-ming resume
        → request.resumed ⇒ look: tang-lei
      li-na terminate comment=“作废”
        → refused not-owner
      jiang-ming terminate
        → refused comment-required
      jiang-ming terminate comment=“作废”
        → task.closed look tang-lei terminated · request.finished terminated ⇒ terminated
    `,
  },
  {
    name: 'a task is given to another who could have had it',
    forms: { first: topic },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened look tang-lei ⇒ look: tang-lei
      tang-lei approve
        → task.decided look tang-lei approve · step.passed look · task.opened desk he-qiong · task.opened desk liu-chang ⇒ desk: he-qiong, liu-chang
      jiang-ming reassign step=desk person=gao-yang comment=“休假”
        → refused whose-task
      liu-chang claim
        → task.closed desk he-qiong claimed · task.claimed desk ⇒ desk: liu-chang
      li-na reassign step=desk person=he-qiong comment=“休假”
        → refused not-owner
      jiang-ming reassign step=desk person=li-na comment=“休假”
        → refused own-matter-of
      jiang-ming reassign step=desk person=he-qiong from=liu-chang comment=“休假”
        → task.closed desk liu-chang reassigned · step.reassigned desk liu-chang he-qiong · task.opened desk he-qiong ⇒ desk: he-qiong
    `,
  },
  {
    name: 'whoever looks after requests names somebody where nobody is found',
    forms: { first: topic },
    changes: { 'director-away': { people: [person('tang-lei', { active: false })] } },
    rows: `
      change director-away
      li-na submit form=first
        → request.submitted 1 · request.blocked look no-approver jiang-ming ⇒ blocked at look: jiang-ming
      li-na assign step=look person=wu-di comment=“代看”
        → refused not-owner
      jiang-ming assign step=look person=li-na comment=“代看”
        → refused not-assignable
      jiang-ming assign step=look person=liang-xue comment=“代看”
        → step.assigned look liang-xue · request.unblocked look · task.opened look liang-xue ⇒ look: liang-xue
    `,
  },
  {
    name: 'what is returned to a requester who has left is corrected in their place',
    forms: { first: topic, corrected: (): WireForm => ({ topic: '轨道灯' }) },
    changes: { 'requester-away': { people: [person('wu-di', { active: false })] } },
    rows: `
      wu-di submit form=first
        → request.submitted 1 · task.opened look tang-lei ⇒ look: tang-lei
      jiang-ming correct form=corrected comment=“写清”
        → refused not-stopped
      change requester-away
      tang-lei return to=requester resume=walk-again comment=“写清”
        → task.decided look tang-lei return · request.returned requester walk-again · request.blocked returned no-approver jiang-ming ⇒ blocked at returned: jiang-ming
      jiang-ming correct form=corrected
        → refused comment-required
      jiang-ming correct form=corrected comment=“写清”
        → request.corrected · request.submitted 2 · task.opened look tang-lei ⇒ look: tang-lei
    `,
  },
]);
