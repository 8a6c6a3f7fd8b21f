import { readGolden } from './read-golden';
import type { FormTools, WireForm } from './golden';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const purchase = (): WireForm => ({
  purpose: '橱窗灯',
  items: [
    { what: '射灯', cost: yuan('300.00') },
    { what: '轨道', cost: yuan('200.00') },
  ],
});
const gathering = ({ day }: FormTools): WireForm => ({ topic: '春季陈列', from: day(30) });
const SUBMITTED = `
      li-na submit form=first
        → request.submitted 1 · task.opened approval gao-yang ⇒ approval: gao-yang
      gao-yang approve
        → task.decided approval gao-yang approve · step.passed approval · task.opened check song-lan ⇒ check: song-lan`;

export const OPERATIONS = [
  ...readGolden('table-purchase', [
    {
      name: 'whoever approves puts the form right, and whoever saw it otherwise is asked again',
      forms: { first: purchase },
      rows: `${SUBMITTED}
      song-lan approve fields={"purpose":""}
        → refused required-fields
      song-lan approve fields={"purpose":"橱窗灯与轨道"}
        → task.decided check song-lan approve · step.passed check · form.edited · task.opened approval gao-yang ⇒ approval: gao-yang
    `,
    },
    {
      name: 'rows are refused and cut, each for a reason, and what is left goes on',
      forms: { first: purchase },
      rows: `${SUBMITTED}
      song-lan decide-rows fields={"items":[]}
        → refused no-row-decided
      song-lan decide-rows fields={"items":[{"row":1,"reason":"店里还有"},{"row":0,"reason":"超出标准","cut":{"amount":"250.00","currency":"CNY"}}]}
        → task.decided check song-lan decide-rows · step.passed check · rows.decided check 1 1 1 · task.opened last zheng-guohua ⇒ last: zheng-guohua
      song-lan undo
        → task.closed last zheng-guohua undone · decision.undone decide-rows check · task.opened check song-lan ⇒ check: song-lan
      song-lan decide-rows fields={"items":[{"row":0,"reason":"不需要"},{"row":1,"reason":"不需要"}]}
        → task.decided check song-lan decide-rows · rows.decided check 2 0 0 · request.finished rejected ⇒ rejected
    `,
    },
    {
      name: 'others are started by hand while it is under way, and as many as there may be',
      forms: { first: purchase },
      rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened approval gao-yang ⇒ approval: gao-yang
      gao-yang start-child to=table-purchase
        → child.begun table-purchase gao-yang ⇒ approval: gao-yang
      jiang-ming start-child to=table-purchase
        → refused child-not-yours
      li-na start-child to=table-purchase
        → child.begun table-purchase li-na ⇒ approval: gao-yang
      li-na start-child to=table-purchase
        → refused children-enough
      gao-yang start-child to=expense-reimbursement
        → refused child-not-offered
      gao-yang approve
        → task.decided approval gao-yang approve · step.passed approval · task.opened check song-lan ⇒ check: song-lan
    `,
    },
    {
      name: 'an end is taken up again by whoever may, who was asked before stands, and at last the approval is revoked',
      forms: { first: purchase },
      rows: `${SUBMITTED}
      jiang-ming reopen comment=“过早”
        → refused invalid-state
      song-lan approve
        → task.decided check song-lan approve · step.passed check · task.opened last zheng-guohua ⇒ last: zheng-guohua
      zheng-guohua reject comment=“不急”
        → task.decided last zheng-guohua reject · request.finished rejected ⇒ rejected
      li-na reopen comment=“请再看”
        → refused not-yours-to-take-up
      jiang-ming revoke comment=“不批了”
        → refused not-taken-up
      jiang-ming reopen comment=“总经理改了主意”
        → request.reopened check · task.opened check song-lan ⇒ check: song-lan
      song-lan approve
        → task.decided check song-lan approve · step.passed check · task.opened last zheng-guohua ⇒ last: zheng-guohua
      zheng-guohua approve
        → task.decided last zheng-guohua approve · step.passed last · request.finished approved ⇒ approved
      li-na revoke comment=“不要了”
        → refused not-yours-to-take-up
      jiang-ming revoke comment=“供应商停产”
        → request.revoked · request.finished revoked ⇒ revoked
      jiang-ming reopen comment=“再来”
        → refused not-taken-up
    `,
    },
  ]),
  ...readGolden('table-gathering', [
    {
      name: 'a wait is ended by whoever looks after requests, a draft is drawn up until it is agreed to, and those who met sign what was resolved',
      forms: { first: gathering },
      rows: `
      li-na submit form=first
        → request.submitted 1 · pause.begun until-then ⇒ until-then:
      li-na end-wait step=until-then comment=“可以开始”
        → refused not-owner
      jiang-ming end-wait step=until-then comment=“可以开始”
        → pause.ended until-then jiang-ming · task.opened draw tang-lei ⇒ draw: tang-lei
      tang-lei approve
        → task.decided draw tang-lei approve · step.passed draw · task.opened consent zheng-guohua ⇒ consent: zheng-guohua
      zheng-guohua reject comment=“重画”
        → task.decided consent zheng-guohua reject · lane.rejected drafting · loop.again drafting 2 · task.opened draw tang-lei ⇒ draw: tang-lei
      tang-lei approve
        → task.decided draw tang-lei approve · step.passed draw · task.opened consent zheng-guohua ⇒ consent: zheng-guohua
      zheng-guohua approve
        → task.decided consent zheng-guohua approve · step.passed consent · lanes.settled · task.opened board-record jiang-ming ⇒ board-record: jiang-ming
      jiang-ming approve
        → refused required-fields
      jiang-ming approve fields={"resolution":"照办"}
        → task.decided board-record jiang-ming approve · step.passed board-record · task.opened board-minutes zheng-guohua · task.opened board-minutes song-lan ⇒ board-minutes: zheng-guohua, song-lan
      zheng-guohua approve
        → task.decided board-minutes zheng-guohua approve ⇒ board-minutes: song-lan
      song-lan return to=board-record resume=straight-back comment=“写清日期”
        → task.decided board-minutes song-lan return · request.returned board-record only-changed · lanes.settled · task.opened board-record jiang-ming ⇒ board-record: jiang-ming
      jiang-ming approve fields={"resolution":"五月前照办"}
        → task.decided board-record jiang-ming approve · step.passed board-record · task.opened board-minutes zheng-guohua · task.opened board-minutes song-lan ⇒ board-minutes: zheng-guohua, song-lan
      zheng-guohua approve
        → task.decided board-minutes zheng-guohua approve ⇒ board-minutes: song-lan
      song-lan approve
        → task.decided board-minutes song-lan approve · step.passed board-minutes · call.sent post ⇒ post:
      ledger refuses
        → call.failed post refused · request.blocked post no-approver jiang-ming ⇒ blocked at post: jiang-ming
      jiang-ming call-again step=post
        → refused comment-required
      jiang-ming call-again step=post comment=“对方已修好”
        → call.repeated post · call.sent post · request.unblocked post ⇒ post:
      ledger answers
        → call.answered post · request.finished approved ⇒ approved
    `,
    },
  ]),
];
