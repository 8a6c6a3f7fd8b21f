import { FactsRepository, ProcessCache, run, type RequestFacts } from '@countersign/database';
import {
  actorFacts,
  formSurroundings,
  hiddenFrom,
  itemWordsOf,
  ownValue,
  requesterClock,
  sharedFields,
  type Bilingual,
  type Definition,
  type FormSurroundings,
  type FormValues,
} from '@countersign/domain';
import { ProgramLog } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor';
import { RequestLines } from '../../auth/request-lines.service';
import { Problem } from '../../http/problem/problem';
import { NamesService, type RequestNames } from '../names/names.service';
import { peopleOf } from './people-of';
import { readBundle, type RequestBundle } from './request-bundle';
import { readerOf, visibleValues, type ViewCase } from './view-case';

/** Reads everything that one reader's views of one request are made of. Whether they may read it at all was settled at the door. */
@Injectable()
export class ViewCases {
  constructor(
    private readonly database: DataSource,
    private readonly facts: FactsRepository,
    private readonly processes: ProcessCache,
    private readonly names: NamesService,
    private readonly lines: RequestLines,
    private readonly log: ProgramLog,
  ) {}

  /** `before`: what was read of the request a moment ago, to change it. */
  async of(actor: Actor, id: string, before?: RequestFacts): Promise<ViewCase> {
    const { known, bundle } = await this.found(actor, id, before);
    const { head, request } = known;
    const { process } = known.known;
    const { definition } = process;
    const hidden = hiddenFrom(process, readerOf(bundle, actor, known));
    const surroundings = surroundingsOf(known);
    const values = visibleValues({ definition, hidden, surroundings }, head.form);
    const names = await this.namesIn(known, bundle, { values, reader: actor.personId });
    return {
      actor,
      known,
      bundle,
      process,
      definition,
      state: request.state,
      surroundings,
      clock: requesterClock(definition, known.directory, known.facts.requesterUnitPath),
      values,
      hidden,
      begunWith: await this.olderVersion(head, bundle.begunWith),
      inUse: await this.versionInUse(bundle),
      itemComments: await this.itemComments(id, known),
      above: await this.above(bundle),
      lines: await this.linesAround(actor, bundle),
      names,
      person: (personId) => this.names.person(names, personId),
      untold: (what, error) => this.log.lines.warn({ err: error, request: id }, `${what} could not be told on the page of a request`),
    };
  }

  /** A view knows these people by their names too. */
  nameAlso({ names }: Pick<ViewCase, 'names'>, people: readonly string[]): Promise<void> {
    return this.names.also(names, people);
  }

  private async found(actor: Actor, id: string, before?: RequestFacts): Promise<{ known: RequestFacts; bundle: RequestBundle }> {
    const [fresh, bundle] = await Promise.all([
      before ? null : this.facts.forRequest({ requestId: id, actorId: actor.personId }),
      readBundle(this.database, id, actor.personId),
    ]);
    const known = before && bundle ? this.facts.after(before, bundle, actor.personId) : fresh;
    if (!known || !bundle) throw new Problem('not-found', { what: 'request' });
    return { known, bundle };
  }

  /** What everybody and everything is called that a view may have to name. */
  private namesIn(known: RequestFacts, bundle: RequestBundle, shown: { values: FormValues; reader: string }): Promise<RequestNames> {
    const { head, request } = known;
    return this.names.forRequest({
      definition: known.known.process.definition,
      values: shown.values,
      before: bundle.corrected?.form ?? bundle.rounds[0]?.form ?? null,
      requesterId: head.requesterId,
      unitId: request.state.context.requester?.unitId ?? null,
      number: head.number,
      people: peopleOf(known, bundle, shown.reader),
      companyId: head.companyId,
      refs: bundle.people,
      unit: bundle.unit,
    });
  }

  /** What was said beside the words on items; nothing is read where a request has no list. */
  private async itemComments(id: string, { request }: RequestFacts): Promise<ViewCase['itemComments']> {
    const words = Object.values(request.state.context.steps).flatMap((record) => itemWordsOf(record));
    if (words.length === 0) return new Map();
    const rows = await this.database.query<{ n: number; comment: string }[]>(
      `SELECT n::int AS n, comment FROM transition WHERE request_id = $1 AND n = ANY ($2) AND comment IS NOT NULL`,
      [id, words.map(({ n }) => n)],
    );
    return new Map(rows.map(({ n, comment }) => [n, comment]));
  }

  /** What the request that started this one shows here; nothing is read where there is none. */
  private async above({ parent, head }: RequestBundle): Promise<ViewCase['above']> {
    const known = parent && (await this.processes.byDefinitionId(parent.definitionId));
    if (!known) return null;
    const fields = sharedFields(known.process, { step: parent.step, process: head.definition.key });
    const values = Object.fromEntries(fields.map(({ key }) => [key, ownValue(parent.form, key) ?? null]));
    const { requesterId, number } = parent;
    return { fields, names: await this.names.forRequest({ definition: known.process.definition, values, requesterId, number }) };
  }

  /** Nothing is read where no other request has to do with it. */
  private linesAround(actor: Actor, { children, parent }: RequestBundle): Promise<Map<string, Bilingual>> {
    const around = [...children, ...(parent ? [parent] : [])].map(({ id }) => id);
    return this.lines.of(actor, around, (statement, values) => run(this.database, statement, values));
  }

  private async versionInUse({ inUse }: RequestBundle): Promise<Definition | null> {
    return inUse === null ? null : ((await this.processes.byDefinitionId(inUse))?.process.definition ?? null);
  }

  private async olderVersion({ n, definition }: RequestFacts['head'], begunWith: string | null): Promise<Definition | null> {
    if (n > 0 || begunWith === null || begunWith === definition.id) return null;
    return (await this.processes.byDefinitionId(begunWith))?.process.definition ?? null;
  }
}

/** Of a draft those of whoever will submit it, whoever reads it. */
function surroundingsOf({ request, head, directory, facts }: RequestFacts): FormSurroundings {
  return formSurroundings(request.state.context, {
    actor: actorFacts(directory, head.requesterId, []),
    params: facts.params,
    today: facts.today,
  });
}
