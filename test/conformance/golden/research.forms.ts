import type { FormTools, WireForm } from './golden';

export interface ResearchOptions {
  kind: 'annual' | 'monthly' | 'major-special' | 'general';
  /** Yuan. */
  budget: string;
}

/** A research plan in the API's own shape. */
export function research({ kind, budget }: ResearchOptions) {
  return (tools: FormTools): WireForm => ({
    topic: '华东秋冬流行色',
    kind,
    budget: { amount: budget, currency: 'CNY' },
    period: { from: tools.day(10), to: tools.day(40) },
    region: '华东',
    purpose: '门店访谈与客群问卷',
    decideBy: tools.day(7),
  });
}
