import { readGolden } from './read-golden';
import { research } from './research.forms';

export const RESEARCH_KINDS = readGolden('research-plan-approval', [
  {
    name: 'an annual plan: review, opinion, sign-off, general manager, a copy to research',
    forms: { first: research({ kind: 'annual', budget: '32000.00' }) },
    rows: `
      wu-di submit form=first
        → request.submitted 1 · task.opened market-review tang-lei ⇒ market-review: tang-lei
      tang-lei approve
        → task.decided market-review tang-lei approve · step.passed market-review · task.opened financial-opinion song-lan ⇒ financial-opinion: song-lan
      song-lan approve stance=for fields={"recommendedBudget":{"amount":"30000.00","currency":"CNY"}} comment=“预算合理”
        → task.decided financial-opinion song-lan approve for · step.passed financial-opinion · task.opened market-sign-off tang-lei ⇒ market-sign-off: tang-lei
      tang-lei approve
        → task.decided market-sign-off tang-lei approve · step.passed market-sign-off · task.opened gm-approval zheng-guohua ⇒ gm-approval: zheng-guohua
      zheng-guohua approve
        → task.decided gm-approval zheng-guohua approve · step.passed gm-approval · copy.sent notify-research jiang-fan · children.started start-market-research liang-xue · request.finished approved ⇒ approved
      grace passes
        → request.closed ⇒ closed
    `,
  },
  {
    name: 'a monthly plan goes the same way',
    forms: { first: research({ kind: 'monthly', budget: '8000.00' }) },
    rows: `
      du-heng submit form=first
        → request.submitted 1 · task.opened market-review tang-lei ⇒ market-review: tang-lei
      tang-lei approve
        → task.decided market-review tang-lei approve · step.passed market-review · task.opened financial-opinion song-lan ⇒ financial-opinion: song-lan
      song-lan approve stance=conditional fields={"recommendedBudget":{"amount":"7000.00","currency":"CNY"}} comment=“控制差旅”
        → task.decided financial-opinion song-lan approve conditional · step.passed financial-opinion · task.opened market-sign-off tang-lei ⇒ market-sign-off: tang-lei
      tang-lei approve
        → task.decided market-sign-off tang-lei approve · step.passed market-sign-off · task.opened gm-approval zheng-guohua ⇒ gm-approval: zheng-guohua
      zheng-guohua approve
        → task.decided gm-approval zheng-guohua approve · step.passed gm-approval · copy.sent notify-research jiang-fan · children.started start-market-research liang-xue · request.finished approved ⇒ approved
    `,
  },
  {
    name: 'without the opinion, review and sign-off are one person’s and merge',
    forms: { first: research({ kind: 'monthly', budget: '8000.00' }) },
    changes: {
      'no-monthly-opinion': { parameters: [{ definition: 'research-plan-approval', key: 'financeOpinionMonthly', value: false }] },
    },
    rows: `
      change no-monthly-opinion
      wu-di submit form=first
        → request.submitted 1 · task.opened market-review tang-lei ⇒ market-review: tang-lei
      tang-lei approve
        → task.decided market-review tang-lei approve · step.passed market-review · step.skipped financial-opinion condition · step.merged market-sign-off tang-lei · task.opened gm-approval zheng-guohua ⇒ gm-approval: zheng-guohua
      zheng-guohua approve
        → task.decided gm-approval zheng-guohua approve · step.passed gm-approval · copy.sent notify-research jiang-fan · children.started start-market-research liang-xue · request.finished approved ⇒ approved
    `,
  },
  {
    name: 'a major special that the market director confirms',
    forms: { first: research({ kind: 'major-special', budget: '20000.00' }) },
    rows: `
      wu-di submit form=first
        → request.submitted 1 · task.opened major-review tang-lei ⇒ major-review: tang-lei
      tang-lei approve fields={"major":true}
        → task.decided major-review tang-lei approve · step.passed major-review · task.opened financial-opinion song-lan ⇒ financial-opinion: song-lan
      song-lan approve stance=for fields={"recommendedBudget":{"amount":"20000.00","currency":"CNY"}} comment=“可行”
        → task.decided financial-opinion song-lan approve for · step.passed financial-opinion · task.opened market-sign-off tang-lei ⇒ market-sign-off: tang-lei
      tang-lei approve
        → task.decided market-sign-off tang-lei approve · step.passed market-sign-off · task.opened gm-approval zheng-guohua ⇒ gm-approval: zheng-guohua
      zheng-guohua approve
        → task.decided gm-approval zheng-guohua approve · step.passed gm-approval · copy.sent notify-research jiang-fan · children.started start-research-project liang-xue · request.finished approved ⇒ approved
    `,
  },
  {
    name: 'a major special that the market director clears is general research',
    forms: { first: research({ kind: 'major-special', budget: '20000.00' }) },
    rows: `
      wu-di submit form=first
        → request.submitted 1 · task.opened major-review tang-lei ⇒ major-review: tang-lei
      tang-lei approve
        → refused required-fields
      tang-lei approve fields={"major":false}
        → task.decided major-review tang-lei approve · step.passed major-review · task.opened business-approval gao-yang ⇒ business-approval: gao-yang
      gao-yang approve
        → task.decided business-approval gao-yang approve · step.passed business-approval · copy.sent notify-research jiang-fan · children.started start-market-research liang-xue · request.finished approved ⇒ approved
    `,
  },
  {
    name: 'fifty thousand make any plan a major special until it is cleared',
    forms: { first: research({ kind: 'general', budget: '50000.00' }) },
    rows: `
      wu-di submit form=first
        → request.submitted 1 · task.opened major-review tang-lei ⇒ major-review: tang-lei
      tang-lei approve fields={"major":true}
        → task.decided major-review tang-lei approve · step.passed major-review · task.opened financial-opinion song-lan ⇒ financial-opinion: song-lan
      song-lan return to=previous resume=walk-again comment=“请补充发票”
        → task.decided financial-opinion song-lan return · request.returned major-review walk-again · task.opened major-review tang-lei ⇒ major-review: tang-lei
      tang-lei approve fields={"major":false}
        → task.decided major-review tang-lei approve · step.passed major-review · task.opened business-approval gao-yang ⇒ business-approval: gao-yang
      gao-yang approve
        → task.decided business-approval gao-yang approve · step.passed business-approval · copy.sent notify-research jiang-fan · children.started start-market-research liang-xue · request.finished approved ⇒ approved
    `,
  },
  {
    name: 'general research is approved by the business manager',
    forms: { first: research({ kind: 'general', budget: '49999.99' }) },
    rows: `
      wu-di submit form=first
        → request.submitted 1 · task.opened business-approval gao-yang ⇒ business-approval: gao-yang
      gao-yang approve
        → task.decided business-approval gao-yang approve · step.passed business-approval · copy.sent notify-research jiang-fan · children.started start-market-research liang-xue · request.finished approved ⇒ approved
    `,
  },
  {
    name: 'general research that the business manager drafted is approved by the market director',
    forms: { first: research({ kind: 'general', budget: '5000.00' }) },
    rows: `
      gao-yang submit form=first
        → request.submitted 1 · task.opened market-approval tang-lei ⇒ market-approval: tang-lei
      gao-yang approve
        → refused not-assignee
      tang-lei approve
        → task.decided market-approval tang-lei approve · step.passed market-approval · copy.sent notify-research jiang-fan · children.started start-market-research liang-xue · request.finished approved ⇒ approved
    `,
  },
]);
