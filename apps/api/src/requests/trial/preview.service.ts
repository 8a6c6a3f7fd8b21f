import { RequestEntity } from '@countersign/database';
import {
  assumptionText,
  momentText,
  ownValue,
  preview,
  refusalText,
  type FormValues,
  type Refusal,
  type RoutePreview,
} from '@countersign/domain';
import { inTurns } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor';
import { triedAs } from '../../definitions/tried-as';
import { Problem } from '../../http/problem/problem';
import type { PersonRef } from '../../http/schema/values.view';
import { PersonRefsService } from '../../people/person-refs.service';
import { BudgetEffects } from '../budget/budget-effects.service';
import { readWireForm } from '../drafts/form-values';
import { FormJudge, previewProblems, type FormFaults } from '../judging/form-judge.service';
import { fittingChoices, FormSubjects, type FormSubject, type RequesterIds } from '../judging/form-subject.service';
import { NamesService } from '../names/names.service';
import { expectedStep, type StepWording } from '../parts/expected.part';
import type { PreviewBody } from '../dto/request.body';
import type { PreviewView } from '../dto/preview.view';

interface Foreseen {
  route: RoutePreview;
  form: FormValues;
  faults: FormFaults;
  timeZone: string | undefined;
  /** Whoever reads it is the requester. */
  own: boolean;
}

/** Who will decide, with names and reasons, before anything is submitted. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly database: DataSource,
    private readonly subjects: FormSubjects,
    private readonly judge: FormJudge,
    private readonly names: NamesService,
    private readonly people: PersonRefsService,
    private readonly budgets: BudgetEffects,
  ) {}

  async preview(actor: Actor, body: PreviewBody): Promise<PreviewView> {
    const subject = await this.subject(actor, body);
    const { known, written } = subject;
    const { values, invalid } = readWireForm(known.process.definition, body.form);
    const requesterId = await triedAs(this.database.manager, actor, body.version === undefined ? undefined : body.requesterId);
    const requester = { companyId: actor.companyId, personId: requesterId };
    const input = await this.subjects.around(requester, subject, {
      form: { ...written, ...values },
      choices: fittingChoices(subject, body.choices),
    });
    const faults = await this.judge.faults(actor, subject, { input, unreadable: invalid });
    const { timeZone } = input.directory;
    const own = requesterId === actor.personId;
    const route = await inTurns(preview(known.process, input));
    const worded = await this.worded(requester, subject, { route, form: input.form, faults, timeZone, own });
    return { ...worded, budget: route.budget && (await this.budgets.of(actor, route.budget, null)) };
  }

  private async subject(actor: Actor, { definition, version, requestId }: PreviewBody): Promise<FormSubject> {
    if (version !== undefined) return this.subjects.ofVersion(actor, definition, version);
    if (!requestId) return this.subjects.fresh(actor, definition);
    const own = { id: requestId, requesterId: actor.personId, companyId: actor.companyId };
    const row = await this.database.manager.findOneBy(RequestEntity, own);
    if (!row) throw new Problem('not-found', { what: 'request' });
    return this.subjects.of(actor, row);
  }

  private async worded(
    requester: RequesterIds,
    subject: FormSubject,
    { route, form, faults, timeZone, own }: Foreseen,
  ): Promise<Omit<PreviewView, 'budget'>> {
    const { definition, steps } = subject.known.process;
    const names = await this.names.forRequest({
      definition,
      values: form,
      requesterId: requester.personId,
      number: null,
      companyId: requester.companyId,
      people: peopleIn(route),
    });
    const context = { definition, names, unit: names.unit, timeZone, toRequester: own };
    const person = (id: string): PersonRef => this.people.in(names.refs, id);
    const wording: StepWording = { context, person };
    const problems = previewProblems(faults);
    const blocked = route.blockedAt === null ? null : route.steps.find(({ step }) => step === route.blockedAt);
    return {
      requester: person(requester.personId),
      steps: route.steps.map((step) => expectedStep(step, wording)),
      assumptions: route.assumptions.map((assumption) => ({ field: assumption.field, ...assumptionText(assumption, context) })),
      choices: route.choices.map(({ step, candidates, chosen }) => ({
        step,
        title: ownValue(steps, step)?.title ?? { zh: step, en: step },
        candidates: candidates.map(person),
        chosen: chosen === null ? null : person(chosen),
      })),
      problems,
      // What a field is at fault for is said there.
      refusal: route.refusal && !isSaidAtField(route.refusal, faults) ? reason(route.refusal, context) : null,
      blocked: blocked ? expectedStep(blocked, wording).why : null,
      submittable: route.submittable && problems.length === 0,
    };
  }
}

function reason(no: Refusal, { definition, names }: StepWording['context']): PreviewView['refusal'] {
  return { ...no, text: refusalText(no, { definition, names, time: (iso) => momentText(iso, 'UTC') }) };
}

/** A check of the form that stands under its field already, or whose field is at fault for another reason. */
function isSaidAtField({ code, params }: Refusal, { checks, problems }: FormFaults): boolean {
  return checks.some(({ refusal }) => refusal.code === code) || problems.some(({ field }) => field === params['field']);
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
