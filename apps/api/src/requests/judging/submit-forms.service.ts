import { ProcessCache, type RequestEntity } from '@countersign/database';
import { fittedForm, formDifference, type FormValues } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor';
import { Problem } from '../../http/problem';
import { canonicalChoices, readForm } from '../form-values';
import type { NewRequestBody, SubmitBody } from '../dto/request.body';
import { FormJudge } from './form-judge.service';
import { FormSubjects, type FilledForm, type FormSubject } from './form-subject.service';

/** A form as a press brings it, or as it was saved. */
interface Content {
  given?: Record<string, unknown>;
  saved?: FormValues;
  choices: Record<string, string>;
}

/** What is being submitted, for what, with nothing wrong about it. */
export interface SoundForm {
  subject: FormSubject;
  filled: FilledForm;
}

/** Reads the form of a submit and lets it be judged. Throws all that is wrong with it. */
@Injectable()
export class SubmitForms {
  constructor(
    private readonly processes: ProcessCache,
    private readonly subjects: FormSubjects,
    private readonly judge: FormJudge,
  ) {}

  /** Of a request that there was no draft of. */
  async ofNew(actor: Actor, body: NewRequestBody, requestId: string): Promise<SoundForm> {
    const subject = await this.subjects.fresh(actor, body.definition, requestId);
    return this.sound(actor, subject, { given: body.form ?? {}, choices: canonicalChoices(body.choices) });
  }

  async ofDraft(actor: Actor, row: RequestEntity, body: SubmitBody): Promise<SoundForm> {
    const subject = await this.subjects.of(actor, row);
    return this.sound(actor, subject, await this.contentOf(subject, row, body));
  }

  async ofReturned(actor: Actor, row: RequestEntity, body: SubmitBody): Promise<SoundForm> {
    const subject = await this.subjects.of(actor, row);
    const choices = canonicalChoices(body.choices);
    return this.sound(actor, subject, { ...(body.form ? { given: body.form } : { saved: savedOf(row) }), choices });
  }

  private async sound(actor: Actor, subject: FormSubject, { given, saved, choices }: Content): Promise<SoundForm> {
    const { definition } = subject.known.process;
    const { values, invalid } = given ? readForm(definition, given) : { values: saved ?? {}, invalid: [] };
    const input = await this.subjects.around(actor, subject, { form: { ...subject.written, ...values }, choices });
    await this.judge.demandSound(actor, subject, { input, unreadable: invalid });
    return { subject, filled: { form: values, choices } };
  }

  /**
   * What is submitted of a draft: what the press brings, else what was saved, as far as it fits the version that is in use now. A form that was
   * filled in by an older version is not cut down to the newer one unseen.
   */
  private async contentOf(
    { known, definitionId }: FormSubject,
    row: RequestEntity,
    { form, choices: picked }: SubmitBody,
  ): Promise<Content> {
    const choices = canonicalChoices(picked ?? row.choices);
    const begun = await this.processes.byDefinitionId(row.begunWith ?? row.definitionId);
    if (!begun) return form ? { given: form, choices } : { saved: row.form, choices };
    const { definition } = known.process;
    if (!form)
      return { saved: row.definitionId === definitionId ? row.form : fittedForm(begun.process.definition, definition, row.form), choices };
    const { removed } = formDifference(begun.process.definition, definition);
    if (removed.some((key) => Object.hasOwn(form, key))) throw new Problem('process-changed', { version: definition.version });
    return { given: form, choices };
  }
}

/** What the requester of a returned request has saved since, else what was submitted. */
export function savedOf({ revision, round, status, form }: RequestEntity): FormValues {
  return status === 'returned' && revision?.round === round ? revision.form : form;
}
