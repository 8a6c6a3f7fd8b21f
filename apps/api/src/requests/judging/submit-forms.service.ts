import { FactsRepository, type RequestEntity, type RequestFacts } from '@countersign/database';
import { allowed, fittedForm, formDifference, type FormValues, type PersonCommandType } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor';
import { Problem } from '../../http/problem/problem';
import { canonicalChoices, readWireForm } from '../drafts/form-values';
import type { NewRequestBody, SubmitBody } from '../dto/request.body';
import { RequestViewService } from '../view/request-view.service';
import { FormJudge } from './form-judge.service';
import { fittingChoices, FormSubjects, type FilledForm, type FormSubject } from './form-subject.service';

/** A form as a press brings it, or as it was saved. */
interface Content {
  given?: Record<string, unknown>;
  saved?: FormValues;
  choices: Record<string, string>;
}

/** A form as an operator would have it, of a request that is under way. */
interface Correction {
  command: PersonCommandType;
  given: Record<string, unknown>;
  choices: Record<string, string>;
}

/** What is being submitted, for what, with nothing wrong about it. */
export interface SoundForm {
  subject: FormSubject;
  filled: FilledForm;
  /** The form without what is left in fields that are not shown and names what is not there: the request holds nothing of that. */
  holds: FormValues;
}

/** Reads the form of a submit and lets it be judged. Throws all that is wrong with it. */
@Injectable()
export class SubmitForms {
  constructor(
    private readonly facts: FactsRepository,
    private readonly subjects: FormSubjects,
    private readonly judge: FormJudge,
    private readonly views: RequestViewService,
  ) {}

  /** Of a request that there was no draft of. */
  async ofNew(actor: Actor, body: NewRequestBody, requestId: string): Promise<SoundForm> {
    const subject = await this.subjects.fresh(actor, body.definition, requestId);
    return this.sound(actor, subject, { given: body.form ?? {}, choices: canonicalChoices(body.choices) });
  }

  async ofDraft(actor: Actor, row: RequestEntity, body: SubmitBody): Promise<SoundForm> {
    const subject = await this.subjects.of(actor, row);
    return this.sound(actor, subject, this.contentOf(subject, row, body));
  }

  async ofReturned(actor: Actor, row: RequestEntity, body: SubmitBody): Promise<SoundForm> {
    const subject = await this.subjects.of(actor, row);
    const choices = canonicalChoices(body.choices);
    return this.sound(actor, subject, { ...(body.form ? { given: body.form } : { saved: savedOf(row) }), choices });
  }

  /**
   * Of a request under way, whoever writes it: judged as its requester's own would be, by whoever may send it. To everybody else nothing is said
   * of the form: the engine refuses them.
   */
  async ofRunning(
    actor: Actor,
    id: string,
    { command, given, choices }: Correction,
  ): Promise<{ form: FormValues; faults: Problem | null }> {
    const known = await this.facts.forRequest({ requestId: id, actorId: actor.personId });
    if (!known || known.head.companyId !== actor.companyId) throw new Problem('not-found', { what: 'request' });
    const { values: read, invalid } = readWireForm(known.known.process.definition, given);
    const values = { ...(await this.unseen(actor, known)), ...read };
    if (!mayPress(known, command)) return { form: values, faults: null };
    const subject = this.subjects.running(known);
    const asker = { ...actor, personId: known.head.requesterId };
    const input = await this.subjects.around(asker, subject, { form: { ...subject.written, ...values }, choices });
    return { form: values, faults: await this.judge.problem(actor, subject, { input, unreadable: invalid }) };
  }

  /** What the form holds and this writer is not shown stays as it is. */
  private async unseen(actor: Actor, { head }: RequestFacts): Promise<FormValues> {
    const shown = new Set((await this.views.visibleFields(actor, head.id)).map(({ key }) => key));
    return Object.fromEntries(Object.entries(head.form).filter(([key]) => !shown.has(key)));
  }

  private async sound(actor: Actor, subject: FormSubject, { given, saved, choices }: Content): Promise<SoundForm> {
    const { definition } = subject.known.process;
    const { values, invalid } = given ? readWireForm(definition, given) : { values: saved ?? {}, invalid: [] };
    const input = await this.subjects.around(actor, subject, { form: { ...subject.written, ...values }, choices });
    const leftovers = new Set(await this.judge.demandSound(actor, subject, { input, unreadable: invalid }));
    const holds = Object.fromEntries(Object.entries(values).filter(([key]) => !leftovers.has(key)));
    return { subject, filled: { form: values, choices }, holds };
  }

  /**
   * What is submitted of a draft: what the press brings, else what was saved, as far as it fits the version that is in use now. A form that was
   * filled in by an older version is not cut down to the newer one unseen.
   */
  private contentOf(subject: FormSubject, row: RequestEntity, { form, choices: picked }: SubmitBody): Content {
    const { known, definitionId, begunWith } = subject;
    const choices = fittingChoices(subject, picked ?? row.choices);
    const { definition } = known.process;
    if (begunWith === null) return form ? { given: form, choices } : { saved: row.form, choices };
    if (!form) return { saved: row.definitionId === definitionId ? row.form : fittedForm(begunWith, definition, row.form), choices };
    const { removed } = formDifference(begunWith, definition);
    if (removed.some((key) => Object.hasOwn(form, key))) throw new Problem('process-changed', { version: definition.version });
    return { given: form, choices };
  }
}

/** Whether somebody may do it at all, whatever they would write. */
function mayPress({ known, request, facts }: RequestFacts, command: PersonCommandType): boolean {
  if (facts.actor === null || known.process.machine === null) return false;
  return allowed(known.process, request.state, facts.actor, facts).some((button) => button.command === command && button.refusal === null);
}

/** What the requester of a returned request has saved since, else what was submitted. */
export function savedOf({ revision, round, status, form }: RequestEntity): FormValues {
  return status === 'returned' && revision?.round === round ? revision.form : form;
}
