import { FactsRepository, ProcessCache } from '@countersign/database';
import {
  computeForm,
  formToWire,
  renderTemplateBoth,
  startFields,
  type Definition,
  type Field,
  type FormValues,
  type Process,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor';
import { Problem } from '../../http/problem';
import { PersonRefsService } from '../../people/person-refs.service';
import { NamesService } from '../names.service';
import { wireMoney } from '../wire-money';
import type { RequestView } from '../dto/request.view';
import { allowedOf } from './allowed.part';
import { ladderOf, whyOf } from './derivation.part';
import { changesOf, factsOf, filesOf } from './facts.part';
import { nextOf } from './next.part';
import { peopleOf } from './people-of';
import { readBundle } from './request-bundle';
import { blockedOf, currentOf, lastReturnOf, taskOf, undoOf } from './standing.part';
import { hiddenFields, shownFields, visibleValues, type ViewCase } from './view-case';

/** Puts together what one reader may see of a request. Whether they may read it at all was settled at the door. */
@Injectable()
export class RequestViewService {
  constructor(
    private readonly database: DataSource,
    private readonly facts: FactsRepository,
    private readonly processes: ProcessCache,
    private readonly people: PersonRefsService,
    private readonly names: NamesService,
  ) {}

  async read(actor: Actor, id: string): Promise<RequestView> {
    const view = await this.case(actor, id);
    if (view.bundle.unreadCopy) await this.markCopyRead(actor, id);
    return requestView(view);
  }

  /** Fields of the form that the reader may see. */
  async visibleFields(actor: Actor, id: string): Promise<Field[]> {
    const { definition, hidden } = await this.case(actor, id);
    return definition.form.fields.filter((field) => !hidden.has(field.key));
  }

  async processOf(requestId: string): Promise<{ definition: Process }> {
    const [row] = await this.database.query<{ id: string }[]>('SELECT definition_id AS id FROM request WHERE id = $1', [requestId]);
    const known = row && (await this.processes.byDefinitionId(row.id));
    if (!known) throw new Problem('not-found', { what: 'request' });
    return { definition: known.process };
  }

  /** Everything that views of this request are made of, for this reader. */
  async case(actor: Actor, id: string): Promise<ViewCase> {
    const [known, bundle] = await Promise.all([
      this.facts.forRequest({ requestId: id, actorId: actor.personId }),
      readBundle(this.database, id, actor.personId),
    ]);
    if (!known || !bundle) throw new Problem('not-found', { what: 'request' });
    const { head } = known;
    const { process } = known.known;
    const { definition } = process;
    const { state } = known.request;
    const hidden = hiddenFields(process, bundle.tasks, { actor, requesterId: head.requesterId, copied: bundle.copied });
    const values = visibleValues(definition, head.form, hidden);
    const names = await this.names.forRequest({
      definition,
      values,
      before: bundle.rounds[0]?.form ?? null,
      requesterId: head.requesterId,
      unitId: state.context.requester?.unitId ?? null,
      number: head.number,
      people: peopleOf(known, bundle),
      companyId: head.companyId,
    });
    const person = (personId: string): ReturnType<ViewCase['person']> => this.people.in(names.refs, personId);
    return { actor, known, bundle, process, definition, state, values, hidden, names, person };
  }

  private async markCopyRead(actor: Actor, id: string): Promise<void> {
    await this.database.query('UPDATE copy SET read_at = now() WHERE request_id = $1 AND person_id = $2 AND read_at IS NULL', [
      id,
      actor.personId,
    ]);
  }
}

function requestView(view: ViewCase): RequestView {
  const { actor, known, bundle, definition, values, hidden, names, state } = view;
  const { head } = known;
  const own = head.requesterId === actor.personId;
  const allowed = allowedOf(view);
  const filling = { definition, values, names };
  return {
    id: head.id,
    number: head.number,
    definition: {
      key: definition.key,
      version: definition.version,
      title: definition.title,
      graceSeconds: definition.graceSeconds,
      phrases: definition.phrases,
    },
    status: head.diverged ? 'blocked' : head.status,
    outcome: bundle.outcome,
    round: head.round,
    n: head.n,
    requester: view.person(head.requesterId),
    unit: names.unit,
    amount: hidden.has(definition.amount ?? '') ? null : wireMoney(bundle.amountMinor, bundle.currency),
    sentence: renderTemplateBoth(definition.sentence, filling),
    rowTitle: renderTemplateBoth(definition.rowTitle, filling),
    submittedAt: bundle.submittedAt,
    finishedAt: bundle.finishedAt,
    dueAt: bundle.dueAt,
    updatedAt: bundle.updatedAt,
    contentHash: head.n === 0 ? null : state.context.contentHash,
    form: formOf(view, own),
    choices: head.n === 0 ? bundle.choices : state.context.choices,
    facts: factsOf(view),
    changes: changesOf(view),
    lastReturn: lastReturnOf(view),
    ladder: ladderOf(view),
    current: currentOf(view),
    why: whyOf(view),
    task: taskOf(view),
    allowed,
    next: nextOf(view),
    undo: undoOf(
      view,
      allowed.some(({ command, enabled }) => command === 'undo' && enabled),
    ),
    blocked: blockedOf(view),
    files: filesOf(view),
    own,
  };
}

/** The requester of a draft or a returned request gets the form to fill in, with what was saved since; everybody else the form as submitted. */
function formOf({ definition, values, hidden, known, bundle }: ViewCase, own: boolean): RequestView['form'] {
  const { head } = known;
  const filling = own && (head.n === 0 || head.status === 'returned');
  const revised = filling && bundle.revision?.round === head.round ? withRevision(definition, values, bundle.revision.form) : values;
  return { fields: shownFields(definition, revised, hidden, filling), values: formToWire(definition, revised) };
}

/** What steps have filled in stays; the requester's part is what was saved last. */
function withRevision(definition: Definition, values: FormValues, revision: FormValues): FormValues {
  const start = new Set(startFields(definition));
  const kept = Object.entries(values).filter(([key]) => !start.has(key));
  return computeForm(definition, { ...Object.fromEntries(kept), ...revision });
}
