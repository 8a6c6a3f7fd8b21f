import { readGolden } from './read-golden';
import type { WireForm } from './golden';

const topic = (): WireForm => ({ topic: '橱窗灯' });

export const SUPERVISING = readGolden('table-watched', [
  {
    name: 'whoever supervises reminds, demands an answer that is owed before a decision, reports upward, and holds nothing up',
    forms: { first: topic },
    rows: `
      li-na submit form=first
        → request.submitted 1 · copy.sent watch zhou-yan · task.opened look tang-lei ⇒ look: tang-lei
      tang-lei demand comment=“到哪一步了”
        → refused not-supervisor
      zhou-yan urge
        → request.urged ⇒ look: tang-lei
      zhou-yan demand
        → refused comment-required
      zhou-yan demand comment=“到哪一步了”
        → answer.demanded tang-lei ⇒ look: tang-lei
      zhou-yan demand comment=“怎么还没有”
        → refused answer-awaited
      tang-lei approve
        → refused answer-first
      tang-lei answer-demand
        → refused comment-required
      tang-lei answer-demand comment=“今天批”
        → demand.answered look zhou-yan ⇒ look: tang-lei
      tang-lei answer-demand comment=“今天批”
        → refused nothing-demanded
      zhou-yan escalate
        → refused comment-required
      zhou-yan escalate comment=“还没有批”
        → request.escalated zheng-guohua of tang-lei ⇒ look: tang-lei
      zhou-yan escalate comment=“还没有批”
        → refused reported-lately
      tang-lei confirm-read
        → refused nothing-to-confirm
      zhou-yan confirm-read
        → copy.read watch ⇒ look: tang-lei
      zhou-yan confirm-read
        → refused nothing-to-confirm
      tang-lei approve
        → task.decided look tang-lei approve · step.passed look · task.opened last zheng-guohua ⇒ last: zheng-guohua
    `,
  },
]);
