import { FactsRepository, ProcessCache, RequestEntity, engineRequestOf, type KnownProcess } from '@countersign/database';
import {
  assumptionText,
  fieldProblemText,
  preview,
  refusalText,
  type Directory,
  type EngineRequest,
  type Facts,
  type FormValues,
  type Refusal,
  type RoutePreview,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { DefinitionsService } from '../definitions/definitions.service';
import { Problem } from '../http/problem';
import type { PersonRef } from '../http/values.view';
import { PersonRefsService } from '../people/person-refs.service';
import { readForm } from './form-values';
import { momentText } from './moment-text';
import { NamesService } from './names.service';
import { expectedStep, type Outfit } from './view/expected.part';
import type { PreviewBody } from './dto/request.body';
import type { PreviewView } from './dto/preview.view';

const NO_REQUEST = '00000000-0000-0000-0000-000000000000';
const CLAIMED = 'SELECT claimed FROM claimed_elsewhere($1, $2, $3, $4) AS claimed';

/** What the preview is about: a new request, a draft, or a request that came back. */
interface Subject {
  known: KnownProcess;
  returned: EngineRequest | null;
  /** What steps have written so far. */
  written: FormValues;
  requestId: string;
}

/** Who will decide, with names and reasons, before anything is submitted. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly database: DataSource,
    private readonly definitions: DefinitionsService,
    private readonly processes: ProcessCache,
    private readonly facts: FactsRepository,
    private readonly names: NamesService,
    private readonly people: PersonRefsService,
  ) {}

  async preview(actor: Actor, body: PreviewBody): Promise<PreviewView> {
    const { known, returned, written, requestId } = await this.subject(actor, body);
    const { definition } = known.process;
    const { values, invalid } = readForm(definition, body.form);
    const form = { ...written, ...values };
    const choices = body.choices ?? {};
    const [directory, params, claimed] = await Promise.all([
      this.directory(actor, known, { form, choices }),
      this.facts.params(actor.companyId, definition.key),
      this.claimed(actor, known, { form, requestId }),
    ]);
    const route = preview(known.process, {
      form,
      requesterId: actor.personId,
      directory,
      params,
      choices,
      claimed,
      ...(returned ? { returned } : {}),
    });
    return this.dress(actor, known, {
      route: { ...route, problems: [...invalid, ...route.problems] },
      form,
      unreadable: invalid.length > 0,
    });
  }

  private async subject(actor: Actor, body: PreviewBody): Promise<Subject> {
    const row = body.requestId
      ? await this.database.manager.findOneBy(RequestEntity, {
          id: body.requestId,
          requesterId: actor.personId,
          companyId: actor.companyId,
        })
      : null;
    if (body.requestId && !row) throw new Problem('not-found', { what: 'request' });
    if (!row || row.n === 0) {
      const { body: definition } = await this.definitions.publishedRow(actor.companyId, body.definition);
      return { known: this.processes.remember(definition), returned: null, written: {}, requestId: row?.id ?? NO_REQUEST };
    }
    const known = await this.processes.byDefinitionId(row.definitionId);
    if (!known || row.status !== 'returned') throw new Problem('draft-only');
    const steps = new Set(known.process.definition.form.fields.filter((field) => field.filledAt === 'step').map((field) => field.key));
    const written = Object.fromEntries(Object.entries(row.form).filter(([key]) => steps.has(key)));
    return { known, returned: engineRequestOf(known.process, row), written, requestId: row.id };
  }

  private directory(
    actor: Actor,
    known: KnownProcess,
    { form, choices }: { form: FormValues; choices: Record<string, string> },
  ): Promise<Directory> {
    const { personFields, unitFields } = known.query;
    const texts = (keys: string[]): string[] => keys.flatMap((key) => (typeof form[key] === 'string' ? [form[key]] : []));
    const people = [actor.personId, ...texts(personFields), ...Object.values(choices)];
    return this.facts.directoryFor(known, { companyId: actor.companyId, people, units: texts(unitFields) });
  }

  private async claimed(
    actor: Actor,
    known: KnownProcess,
    { form, requestId }: { form: FormValues; requestId: string },
  ): Promise<Facts['claimed']> {
    if (known.query.claims.length === 0) return {};
    const [row] = await this.database.query<{ claimed: Facts['claimed'] }[]>(CLAIMED, [
      actor.companyId,
      requestId,
      JSON.stringify(form),
      JSON.stringify(known.query.claims),
    ]);
    return row?.claimed ?? {};
  }

  private async dress(
    actor: Actor,
    known: KnownProcess,
    found: { route: RoutePreview; form: FormValues; unreadable: boolean },
  ): Promise<PreviewView> {
    const { route, form } = found;
    const { definition, steps } = known.process;
    const names = await this.names.forRequest({
      definition,
      values: form,
      requesterId: actor.personId,
      number: null,
      companyId: actor.companyId,
      people: peopleIn(route),
    });
    const context = { definition, names, unit: names.unit, toRequester: true };
    const person = (id: string): PersonRef => this.people.in(names.refs, id);
    const outfit: Outfit = { context, person };
    const blocked = route.blockedAt === null ? null : route.steps.find(({ step }) => step === route.blockedAt);
    return {
      requester: person(actor.personId),
      steps: route.steps.map((step) => expectedStep(step, outfit)),
      assumptions: route.assumptions.map((assumption) => ({ field: assumption.field, ...assumptionText(assumption, context) })),
      choices: route.choices.map(({ step, candidates, chosen }) => ({
        step,
        title: steps[step]?.title ?? { zh: step, en: step },
        candidates: candidates.map(person),
        chosen: chosen === null ? null : person(chosen),
      })),
      problems: route.problems.map((problem) => ({ field: problem.field, code: problem.code, message: fieldProblemText(problem) })),
      refusal: route.refusal && reason(route.refusal, context),
      blocked: blocked ? expectedStep(blocked, outfit).why : null,
      submittable: route.submittable && !found.unreadable,
    };
  }
}

function reason(no: Refusal, { definition, names }: Outfit['context']): PreviewView['refusal'] {
  return { ...no, text: refusalText(no, { definition, names, time: (iso) => momentText(iso, 'UTC') }) };
}

function peopleIn({ steps, assumptions, choices, refusal }: RoutePreview): (string | null)[] {
  const owners = refusal?.params['owners'];
  const foreseen = [...steps, ...assumptions.flatMap(({ alternatives }) => alternatives.flatMap((alternative) => alternative.steps))];
  return [
    ...foreseen.flatMap(({ people, derivation }) => [
      ...people,
      ...(derivation?.rules ?? []).flatMap((rule) => rule.candidates.map(({ person }) => person)),
    ]),
    ...choices.flatMap(({ candidates, chosen }) => [...candidates, chosen]),
    ...(Array.isArray(owners) ? owners.filter((owner) => typeof owner === 'string') : []),
  ];
}
