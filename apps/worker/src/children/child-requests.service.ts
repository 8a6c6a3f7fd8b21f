import {
  ChildRepository,
  FactsRepository,
  NotificationRepository,
  ProcessCache,
  type KnownRequest,
  type Wanted,
} from '@countersign/database';
import type { RequestNews } from '@countersign/contracts';
import {
  commandId,
  enteredBy,
  TOO_MANY_DESCENDANTS,
  uuidv5,
  type ChildNews,
  type Effect,
  type FormValues,
  type ParentLink,
} from '@countersign/domain';
import { atOnce, CommandSender, RequestClient, tellRequest } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { rowTitle } from '../activities/row-title';
import type { RowOf } from '../outbox/effects';
import { NotYet } from '../outbox/not-yet';
import { namedIn } from './named-in';

type Starting = RowOf<'start-child'>;

/** Effects of one kind carried out at the same time. */
const AT_ONCE = 8;
/** Namespace of the notices that a draft waits to be filled in. */
const NOTICES = '6a1f7c52-5d0f-5c1e-9d6e-3f3c7b1f6a11';

/**
 * Requests that requests start, and what one tells the other. Everything here may be carried out again and comes to the same: a child's id and the id of
 * its first command follow from what asked for it, and news that are known change nothing.
 */
@Injectable()
export class ChildRequests {
  constructor(
    private readonly children: ChildRepository,
    private readonly facts: FactsRepository,
    private readonly processes: ProcessCache,
    private readonly notifications: NotificationRepository,
    private readonly sender: CommandSender,
    private readonly requests: RequestClient,
  ) {}

  start(rows: Starting[]): Promise<void> {
    return atOnce(AT_ONCE, rows, (row) => this.startOne(row));
  }

  end(rows: RowOf<'end-child'>[]): Promise<void> {
    return atOnce(AT_ONCE, rows, ({ effect: { child, why } }) => this.endOne(child, why));
  }

  tellParents(rows: RowOf<'tell-parent'>[]): Promise<void> {
    return atOnce(AT_ONCE, rows, async ({ requestId, effect: { parent, step, outcome, child: id = requestId } }) => {
      const child = await this.children.find(id);
      const news = { step, child: id, number: child?.number ?? null, outcome, refused: null };
      await this.tell(parent, { type: 'child.ended', news });
    });
  }

  /** Those who lean on a request that was approved hear that it is so no more. */
  tellCiting(rows: RowOf<'tell-citing'>[]): Promise<void> {
    return atOnce(AT_ONCE, rows, async ({ key, n, requestId }) => {
      for await (const leaning of this.children.leaningOn(requestId)) {
        const told = leaning.flatMap(({ id, companyId, people }) =>
          [...new Set(people)].map((personId) => ({
            id: uuidv5(`${key}/${id}/${personId}`, NOTICES),
            ...{ companyId, personId, notice: 'linked-revoked' as const, requestId: id, step: null },
            params: { step: null, n, by: null, linked: requestId },
          })),
        );
        await this.notifications.deliver(told);
      }
    });
  }

  private async startOne(row: Starting): Promise<void> {
    const { effect, companyId } = row;
    const { child: id, start } = effect;
    if (start === undefined) throw new Error(`Expected to know what request ${id} begins with, but nothing is told of it`);
    const { form, parent: link } = start;
    if (!isWantedNow(await this.children.wanted({ id, parent: link }))) return;
    const definition = await this.children.inUse(companyId, start.definition);
    if (definition === null) return this.couldNot(effect, link.request, 'no-process');
    const parent = enteredBy(link, definition.body, form);
    const named = namedIn(definition.body, form);
    const title = await this.titleOf(row, definition);
    const child = { id, companyId, requesterId: effect.requester, definitionId: definition.id, form, rowTitle: title, parent, ...named };
    const begun = await this.children.begin(child);
    if (begun === 'too-many') return this.couldNot(effect, link.request, TOO_MANY_DESCENDANTS);
    if (!isWantedNow(begun)) return;
    if (start.begins === 'draft') return this.tellOfDraft(row);
    await this.submit(row, form, parent);
  }

  private async submit({ effect, companyId }: Starting, form: FormValues, parent: ParentLink): Promise<void> {
    const { child: id, requester } = effect;
    const body = { type: 'submit' as const, requestId: id, actor: requester, form, choices: {}, parent };
    const answer = await this.sender.send({ id: commandId(requester, `start:${id}`), companyId, body });
    if (answer.kind === 'done') return;
    if (answer.kind === 'open') throw new Error(`Expected request ${id} to be submitted, but nothing is known of it yet`);
    await this.children.discard(id);
    await this.couldNot(effect, parent.request, answer.kind === 'refused' ? answer.refusal.code : answer.kind);
  }

  private couldNot({ step, child }: Effect & { type: 'start-child' }, parent: string, refused: string): Promise<void> {
    const news: ChildNews = { step, child, number: null, outcome: null, refused };
    return this.tell(parent, { type: 'child.ended', news });
  }

  private async endOne(id: string, why: Extract<RequestNews, { type: 'parent.ended' }>['why']): Promise<void> {
    const child = await this.children.find(id);
    if (child === null || child.outcome !== null) return;
    if (child.n > 0) return tellRequest(this.requests, child, { type: 'parent.ended', why });
    if (child.beingSent) throw new Error(`Expected request ${id} to be begun before it is ended, but it is still on its way`);
    await this.children.discard(id);
  }

  private async tell(id: string, news: RequestNews): Promise<void> {
    const request = await this.children.find(id);
    if (request !== null) await tellRequest(this.requests, request, news);
  }

  private async titleOf({ companyId, effect }: Starting, { id: definitionId, body }: { id: string; body: KnownRequest['definition'] }) {
    const { requester, start, child } = effect;
    const known = await this.processes.byDefinitionId(definitionId);
    if (!known) throw new Error(`Expected ${body.key} to have a definition ${definitionId}, but it is gone`);
    const values = { ...start?.form };
    const ids = Object.values(values).filter((value): value is string => typeof value === 'string');
    const directory = await this.facts.directoryFor(known, { companyId, people: [requester, ...ids], units: ids });
    const head = { id: child, requesterId: requester, state: null, number: null };
    return rowTitle(known.process, head, values, directory);
  }

  /** Its requester hears that there is something to fill in. */
  private async tellOfDraft({ key, companyId, requestId, n, effect }: Starting): Promise<void> {
    const { child, requester } = effect;
    await this.notifications.deliver([
      {
        id: uuidv5(`${key}/${requester}`, NOTICES),
        companyId,
        personId: requester,
        notice: 'child-to-fill-in',
        params: { step: null, n, by: null, parent: requestId },
        requestId: child,
        step: null,
      },
    ]);
  }
}

/** What may be wanted again, once somebody takes a decision back, is kept for then. */
function isWantedNow(wanted: Wanted): boolean {
  if (wanted === 'later') throw new NotYet();
  return wanted === 'now';
}
