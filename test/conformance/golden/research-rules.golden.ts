import { readGolden } from './read-golden';
import { research } from './research.forms';

export const RESEARCH_RULES = readGolden('research-plan-approval', [
  {
    name: 'an opinion against does not stop, but the next approval says why',
    forms: { first: research({ kind: 'annual', budget: '32000.00' }) },
    rows: `
      wu-di submit form=first
        → request.submitted 1 · task.opened market-review tang-lei ⇒ market-review: tang-lei
      tang-lei approve
        → task.decided market-review tang-lei approve · step.passed market-review · task.opened financial-opinion song-lan ⇒ financial-opinion: song-lan
      song-lan approve fields={"recommendedBudget":{"amount":"0.00","currency":"CNY"}} comment=“预算不足”
        → refused opinion-unsigned
      song-lan approve stance=against fields={} comment=“预算不足”
        → refused required-fields
      song-lan approve stance=against fields={"recommendedBudget":{"amount":"0.00","currency":"CNY"}} comment=“预算不足”
        → task.decided financial-opinion song-lan approve against · step.passed financial-opinion · task.opened market-sign-off tang-lei ⇒ market-sign-off: tang-lei
      tang-lei approve
        → refused comment-required
      tang-lei approve comment=“市场窗口期，费用由市场部调剂”
        → task.decided market-sign-off tang-lei approve · step.passed market-sign-off · task.opened gm-approval zheng-guohua ⇒ gm-approval: zheng-guohua
      zheng-guohua approve
        → task.decided gm-approval zheng-guohua approve · step.passed gm-approval · copy.sent notify-research jiang-fan · children.started start-market-research liang-xue · request.finished approved ⇒ approved
    `,
  },
  {
    name: 'revision opinions go back to the drafter, round by round',
    forms: { first: research({ kind: 'annual', budget: '32000.00' }), second: research({ kind: 'annual', budget: '28000.00' }) },
    rows: `
      wu-di submit form=first
        → request.submitted 1 · task.opened market-review tang-lei ⇒ market-review: tang-lei
      tang-lei return to=requester resume=walk-again comment=“请压缩预算”
        → task.decided market-review tang-lei return · request.returned requester walk-again ⇒ returned
      wu-di resubmit form=second
        → request.submitted 2 · task.opened market-review tang-lei ⇒ market-review: tang-lei
      tang-lei return to=requester resume=walk-again comment=“请补充样本说明”
        → task.decided market-review tang-lei return · request.returned requester walk-again ⇒ returned
      wu-di resubmit form=second
        → request.submitted 3 · task.opened market-review tang-lei ⇒ market-review: tang-lei
      tang-lei approve
        → task.decided market-review tang-lei approve · step.passed market-review · task.opened financial-opinion song-lan ⇒ financial-opinion: song-lan
    `,
  },
  {
    name: 'the general manager asks for a new opinion',
    forms: { first: research({ kind: 'annual', budget: '32000.00' }) },
    rows: `
      wu-di submit form=first
        → request.submitted 1 · task.opened market-review tang-lei ⇒ market-review: tang-lei
      tang-lei approve
        → task.decided market-review tang-lei approve · step.passed market-review · task.opened financial-opinion song-lan ⇒ financial-opinion: song-lan
      song-lan approve stance=for fields={"recommendedBudget":{"amount":"30000.00","currency":"CNY"}} comment=“合理”
        → task.decided financial-opinion song-lan approve for · step.passed financial-opinion · task.opened market-sign-off tang-lei ⇒ market-sign-off: tang-lei
      tang-lei approve
        → task.decided market-sign-off tang-lei approve · step.passed market-sign-off · task.opened gm-approval zheng-guohua ⇒ gm-approval: zheng-guohua
      zheng-guohua return to=financial-opinion resume=straight-back comment=“请补充发票”
        → task.decided gm-approval zheng-guohua return · request.returned financial-opinion straight-back · task.opened financial-opinion song-lan ⇒ financial-opinion: song-lan
      song-lan approve stance=for fields={"recommendedBudget":{"amount":"28000.00","currency":"CNY"}} comment=“已复核”
        → task.decided financial-opinion song-lan approve for · step.passed financial-opinion · task.opened gm-approval zheng-guohua ⇒ gm-approval: zheng-guohua
      zheng-guohua approve
        → task.decided gm-approval zheng-guohua approve · step.passed gm-approval · copy.sent notify-research jiang-fan · children.started start-market-research liang-xue · request.finished approved ⇒ approved
    `,
  },
  {
    name: 'only marketing and research may start one',
    forms: { first: research({ kind: 'general', budget: '5000.00' }) },
    rows: `
      li-na submit form=first
        → refused may-not-start
      tang-lei submit of=second form=first
        → refused may-not-start
    `,
  },
]);
