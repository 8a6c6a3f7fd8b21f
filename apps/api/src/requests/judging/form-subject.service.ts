import {
  DefinitionEntity,
  FactsRepository,
  ProcessCache,
  RequestEntity,
  engineRequestOf,
  type KnownProcess,
  type RequestFacts,
} from '@countersign/database';
import {
  HELD_REQUESTER,
  offeredChoices,
  ownValue,
  type Definition,
  type EngineRequest,
  type Facts,
  type FormValues,
  type FundsFacts,
  type ParentLink,
  type PreviewInput,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor';
import { DefinitionsService } from '../../definitions/definitions.service';
import { managesDefinitions } from '../../definitions/tried-as';
import { Problem } from '../../http/problem/problem';
import { canonicalChoices } from '../drafts/form-values';

/** What a form is about to be submitted for: a new request, a draft, or a request that came back. */
export interface FormSubject {
  known: KnownProcess;
  /** Row of the definition: of a draft the newest version, whatever it was begun with. */
  definitionId: string;
  returned: EngineRequest | null;
  /** The version that the requester of a draft has filled it in with; null for everything else. */
  begunWith: Definition | null;
  /** What steps have written so far. */
  written: FormValues;
  requestId: string;
  /** By which request it was started; null where by none, or where it is known already. */
  parent: ParentLink | null;
}

/** Whose request it is, or would be. */
export type RequesterIds = Pick<Actor, 'companyId' | 'personId'>;

/** A form as its requester has filled it in, with whom they picked. */
export interface FilledForm {
  form: FormValues;
  choices: Record<string, string>;
}

/** Picks of a draft as far as they fit the version that it follows; each id as PostgreSQL writes it. */
export function fittingChoices({ begunWith, known }: FormSubject, choices: Record<string, string> | undefined): Record<string, string> {
  const picked = canonicalChoices(choices);
  return begunWith === null ? picked : offeredChoices(known.process.definition, picked);
}

const NO_REQUEST = '00000000-0000-0000-0000-000000000000';
const EARLIER = 'SELECT earlier_requests($2, $3, time_zone, $4, $5) AS earlier FROM company WHERE id = $1';
const LINKED = 'SELECT linked_requests($1, $2, $3) AS linked';
const FUNDS = `SELECT funds_facts(id, (clock_timestamp() AT TIME ZONE time_zone)::date, $2, $3) AS funds FROM company WHERE id = $1`;
const CLAIMED = 'SELECT claimed FROM claimed_elsewhere($1, $2, $3, $4) AS claimed';

function writtenBySteps({ form: { fields } }: Definition, form: FormValues): FormValues {
  const steps = new Set(fields.filter(({ filledAt }) => filledAt === 'step').map(({ key }) => key));
  return Object.fromEntries(Object.entries(form).filter(([key]) => steps.has(key)));
}

/** Finds what previews and submits judge a form by, the same for both. */
@Injectable()
export class FormSubjects {
  constructor(
    private readonly database: DataSource,
    private readonly definitions: DefinitionsService,
    private readonly processes: ProcessCache,
    private readonly facts: FactsRepository,
  ) {}

  /** A request that does not exist yet, of the version that new requests are started with. */
  async fresh(actor: Actor, key: string, requestId: string = NO_REQUEST): Promise<FormSubject> {
    const row = await this.definitions.publishedRow(actor.companyId, key);
    const known = await this.known(row.id);
    return { known, definitionId: row.id, returned: null, begunWith: null, written: {}, requestId, parent: null };
  }

  /** What a request of a version would be that nobody can start yet, or any more: for those who import or publish it. */
  async ofVersion(actor: Actor, key: string, version: number): Promise<FormSubject> {
    const row = managesDefinitions(actor)
      ? await this.database.manager.findOneBy(DefinitionEntity, { companyId: actor.companyId, key, version })
      : null;
    if (!row) throw new Problem('not-found', { what: 'definition' });
    // A draft may be imported again: what is compiled is what is there now.
    return {
      known: this.processes.ofStored(row),
      definitionId: row.id,
      returned: null,
      begunWith: null,
      written: {},
      requestId: NO_REQUEST,
      parent: null,
    };
  }

  /** A draft of the caller, or a request that was returned to them. */
  async of(actor: Actor, row: RequestEntity): Promise<FormSubject> {
    const { id, definitionId } = row;
    const known = await this.known(definitionId);
    const { definition } = known.process;
    if (row.n === 0) return { ...(await this.fresh(actor, definition.key, id)), begunWith: await this.begunWith(row), parent: row.parent };
    if (row.status !== 'returned') throw new Problem('draft-only');
    return {
      known,
      definitionId,
      returned: engineRequestOf(known.process, row),
      begunWith: null,
      written: writtenBySteps(definition, row.form),
      requestId: id,
      parent: null,
    };
  }

  /** A request under way, whatever its form holds: its steps' own part stays. */
  running({ known, head, request }: RequestFacts): FormSubject {
    const { id, definition, form } = head;
    const written = writtenBySteps(known.process.definition, form);
    return { known, definitionId: definition.id, returned: request, begunWith: null, written, requestId: id, parent: null };
  }

  /** What the engine would find around the form if it were submitted now. */
  async around(
    requester: RequesterIds,
    { known, returned, requestId, parent }: FormSubject,
    { form, choices }: FilledForm,
  ): Promise<PreviewInput> {
    const { personFields, unitFields } = known.query;
    const texts = (keys: string[]): string[] =>
      keys.flatMap((key) => ownValue(form, key) ?? []).filter((value) => typeof value === 'string');
    const before = returned?.state.context.choices ?? {};
    const people = [requester.personId, ...texts(personFields), ...Object.values(before), ...Object.values(choices)];
    const [directory, params, claimed, linked, earlier, funds] = await Promise.all([
      this.facts.directoryFor(known, { companyId: requester.companyId, people, units: texts(unitFields) }),
      this.facts.params(requester.companyId, known.process.definition.key),
      this.claimed(requester, known, { form, requestId, returned }),
      this.linked(requester, known, form),
      this.earlier(requester, known, { form, requestId }),
      this.funds(requester, known, form),
    ]);
    return {
      form,
      requesterId: requester.personId,
      directory,
      params,
      choices,
      claimed,
      ...(linked && { linked }),
      ...(earlier && { earlier }),
      ...(funds && { funds }),
      ...(parent && { parent }),
      ...(returned ? { returned } : {}),
    };
  }

  private async claimed(
    requester: RequesterIds,
    { query }: KnownProcess,
    { form, requestId, returned }: Pick<FormSubject, 'requestId' | 'returned'> & { form: FormValues },
  ): Promise<Facts['claimed']> {
    if (query.claims.length === 0) return {};
    const asks = returned?.state.context.requester?.id ?? requester.personId;
    const values = [requester.companyId, requestId, JSON.stringify({ ...form, [HELD_REQUESTER]: asks }), JSON.stringify(query.claims)];
    const [row] = await this.database.query<{ claimed: Facts['claimed'] }[]>(CLAIMED, values);
    return row?.claimed ?? {};
  }

  /** What requests that the form names say and how they stand; null where the process asks nothing of any. */
  private async linked(requester: RequesterIds, { query: { linked } }: KnownProcess, form: FormValues): Promise<Facts['linked'] | null> {
    if (linked === undefined) return null;
    const values = [requester.companyId, JSON.stringify(form), JSON.stringify(linked)];
    const [row] = await this.database.query<{ linked: Facts['linked'] }[]>(LINKED, values);
    return row?.linked ?? {};
  }

  /** What the requester has sent before; null where the process asks nothing of it. */
  private async earlier(
    { companyId, personId }: RequesterIds,
    { query: { earlier } }: KnownProcess,
    { form, requestId }: Pick<FormSubject, 'requestId'> & { form: FormValues },
  ): Promise<Facts['earlier'] | null> {
    if (earlier === undefined) return null;
    const values = [companyId, requestId, personId, JSON.stringify(form), JSON.stringify(earlier)];
    const [row] = await this.database.query<{ earlier: Facts['earlier'] }[]>(EARLIER, values);
    return row?.earlier ?? {};
  }

  /** What the ledger says around the form; null where the process draws on no budget. */
  private async funds({ companyId }: RequesterIds, { query: { funds } }: KnownProcess, form: FormValues): Promise<FundsFacts | null> {
    if (funds === undefined) return null;
    const [row] = await this.database.query<{ funds: FundsFacts }[]>(FUNDS, [companyId, JSON.stringify(form), JSON.stringify(funds)]);
    return row?.funds ?? null;
  }

  private async begunWith({ begunWith, definitionId }: RequestEntity): Promise<Definition | null> {
    const begun = await this.processes.byDefinitionId(begunWith ?? definitionId);
    return begun?.process.definition ?? null;
  }

  private async known(definitionId: string): Promise<KnownProcess> {
    const known = await this.processes.byDefinitionId(definitionId);
    if (!known) throw new Error(`Expected definition ${definitionId} to be there, but it is gone`);
    return known;
  }
}
