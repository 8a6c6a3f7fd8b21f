import { readGolden } from './read-golden';
import type { WireForm } from './golden';

export const LISTS = readGolden('table-list', [
  {
    name: 'what is ticked is unticked, and what may be waived is, by whom the list names',
    forms: { first: (): WireForm => ({ topic: '月检' }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · copy.sent round zheng-guohua · task.opened round gao-yang ⇒ round: gao-yang
      gao-yang untick step=round item=wall
        → refused item-open
      gao-yang tick item=wall
        → item.ticked round wall gao-yang ⇒ round: gao-yang
      gao-yang tick item=wall
        → refused item-settled
      li-na untick step=round item=wall
        → refused item-not-yours
      gao-yang untick step=round item=wall
        → item.unticked round wall gao-yang ⇒ round: gao-yang
      gao-yang waive step=round item=floor comment=“封闭施工”
        → refused may-not-waive
      zheng-guohua waive step=round item=wall comment=“封闭施工”
        → refused not-waivable
      zheng-guohua waive step=round item=floor
        → refused comment-required
      zheng-guohua waive step=round item=floor comment=“封闭施工”
        → item.waived round floor zheng-guohua ⇒ round: gao-yang
      gao-yang tick item=wall
        → task.decided round gao-yang tick · item.ticked round wall gao-yang · step.passed round · request.finished approved ⇒ approved
    `,
  },
]);
