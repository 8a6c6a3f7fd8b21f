import { TaskEntity } from '@countersign/database';
import {
  BULK_UP_TO,
  contentFor,
  followingText,
  fromMinor,
  momentText,
  operationOf,
  askedText,
  reasonText,
  refusalText,
  renderTemplateBoth,
  toMinor,
  type Consequences,
  type Refusal,
} from '@countersign/domain';
import { ProgramLog } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { Actor } from '../../auth/actor';
import { Problem } from '../../http/problem/problem';
import { problemText } from '../../http/problem/problem-document';
import type { MoneyView, ReasonView } from '../../http/schema/values.view';
import { tried } from '../../requests/trial/trial.service';
import { askedOn, hiddenAmount, sentenceContext } from '../../requests/parts/derivation.part';
import { ViewCases } from '../../requests/view/view-cases.service';
import { humanStep, type ViewCase } from '../../requests/view/view-case';
import { wireMoney } from '../../requests/wire-money';
import { fewAtATime } from './few-at-a-time';
import type { BulkTrialBody } from './bulk.body';
import type { BulkTrialItem, BulkTrialView } from './bulk.view';

const UNKNOWN = {
  requestId: null,
  rowTitle: null,
  step: null,
  press: null,
  requester: null,
  amount: null,
  round: null,
  waitingSince: null,
  why: null,
  next: null,
  shown: null,
} satisfies Partial<BulkTrialItem>;

/** What one press on many tasks would bring about, each decided as the press would decide it. Nothing is stored or sent, and nothing counts as read. */
@Injectable()
export class BulkTrialService {
  constructor(
    private readonly database: DataSource,
    private readonly cases: ViewCases,
    private readonly log: ProgramLog,
  ) {}

  async trial(actor: Actor, { tasks, upTo = BULK_UP_TO }: BulkTrialBody): Promise<BulkTrialView> {
    const { companyId, personId } = actor;
    const rows = await this.database.manager.findBy(TaskEntity, { id: In(tasks), companyId, personId });
    const items = await fewAtATime(tasks, async (id): Promise<BulkTrialItem> => {
      const task = rows.find((row) => row.id === id);
      return task ? this.one(actor, task, upTo) : { ...UNKNOWN, task: id, reason: gone() };
    });
    return {
      items,
      approves: sums(items.filter(({ reason }) => reason === null)),
      skips: sums(items.filter(({ reason }) => reason !== null)),
    };
  }

  private async one(actor: Actor, task: TaskEntity, upTo: string): Promise<BulkTrialItem> {
    const { id, requestId, step } = task;
    const view = await this.cases.of(actor, requestId);
    const found = await tried(view.known, { type: 'approve', requestId, actor: actor.personId, step, bulk: { upTo } }, this.log);
    return { ...shownOf(view, task), task: id, ...('refused' in found ? refusedText(view, found.refused) : doneText(view, found)) };
  }
}

/** What the row of one task tells. */
function shownOf(view: ViewCase, task: TaskEntity): Omit<BulkTrialItem, 'task' | 'next' | 'reason'> {
  const { requestId, step, openedAt, derivation } = task;
  const { bundle, definition, values, names, known, person, process, state } = view;
  const hidden = hiddenAmount(view);
  const at = humanStep(process, step);
  const context = sentenceContext(view);
  const asked = askedOn(view, task);
  return {
    requestId,
    rowTitle: renderTemplateBoth(definition.rowTitle, { definition, values, names }),
    step: at?.title ?? null,
    press: (at && operationOf('approve').buttonOn?.(at)) ?? null,
    requester: person(known.head.requesterId),
    amount: hidden ? null : wireMoney(bundle.amountMinor, bundle.currency),
    round: known.head.round,
    waitingSince: openedAt.toISOString(),
    why: asked ? askedText(asked, context, true) : derivation && !hidden ? reasonText(derivation, context) : null,
    shown: contentFor(process, state.context, step),
  };
}

const doneText = (view: ViewCase, found: Consequences): Pick<BulkTrialItem, 'next' | 'reason'> => ({
  next: followingText(found, sentenceContext(view)),
  reason: null,
});

function refusedText({ definition, names, known }: ViewCase, no: Refusal): Pick<BulkTrialItem, 'next' | 'reason'> {
  const time = (iso: string) => momentText(iso, known.head.timeZone);
  return { next: null, reason: { ...no, text: refusalText(no, { definition, names, time }) } };
}

function gone(): ReasonView {
  const problem = new Problem('not-found', { what: 'task' });
  return { code: problem.code, params: problem.params, text: problemText(problem) };
}

/** Amounts added up by currency, in the order in which they come. */
function sums(items: readonly BulkTrialItem[]): MoneyView[] {
  const byCurrency = new Map<string, bigint>();
  for (const { amount } of items) {
    const minor = amount && toMinor(amount.amount, amount.currency);
    if (amount && typeof minor === 'bigint') byCurrency.set(amount.currency, (byCurrency.get(amount.currency) ?? 0n) + minor);
  }
  return [...byCurrency].map(([currency, minor]) => ({ amount: fromMinor(minor, currency), currency }));
}
