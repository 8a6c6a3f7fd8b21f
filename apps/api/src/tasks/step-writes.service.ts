import { CommandRepository, FactsRepository } from '@countersign/database';
import {
  broughtFields,
  commandId,
  computeForm,
  formFromWire,
  formSurroundings,
  ownValue,
  validateForm,
  withMarksKept,
  type Definition,
  type FieldProblem,
  type FormValues,
  type HumanStep,
  type Json,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, TaskPlace } from '../auth/actor';
import { cite, filesIn } from '../files/held-files';
import { formErrors } from '../http/problem/form-errors';
import type { Press } from '../http/press/command-headers';
import { Problem } from '../http/problem/problem';
import { ReferenceCheck } from '../requests/judging/reference-check.service';
import { withCanonicalIds } from '../requests/judging/references';

/** What a decision writes, judged like the form of a submit: nothing that steers a request is taken at its word. */
@Injectable()
export class StepWrites {
  constructor(
    private readonly database: DataSource,
    private readonly facts: FactsRepository,
    private readonly commands: CommandRepository,
    private readonly references: ReferenceCheck,
  ) {}

  /** The fields in wire form with their ids as they are stored, files tied to the request. Throws all that is wrong with them. */
  async sound(actor: Actor, place: TaskPlace, { press, fields }: { press: Press; fields: Record<string, unknown> }): Promise<FormValues> {
    const known = await this.facts.knownProcessOf(place.requestId);
    const step = ownValue(known?.process.steps, place.step);
    if (!known || !step || !('fields' in step)) return fields as FormValues;
    const { definition } = known.process;
    const written = withCanonicalIds(definition, fields as Record<string, Json>);
    const { problems, seen } = await this.judged(actor, place.requestId, { definition, written, step });
    // What came before is the same again, whoever has left since.
    if (problems.length > 0 && !(await this.commands.find(commandId(actor.personId, press.key)))) {
      throw new Problem('invalid-field', { fields: problems.map(({ field }) => field) }, formErrors(problems));
    }
    if (filesIn(written).length > 0)
      await this.database.transaction((manager) => cite(manager, { actor, requestId: place.requestId, seen }, written));
    return written;
  }

  /** By the whole form with what surrounds it, as the engine will judge: a field may be shown, or asked for, by another or by the day. */
  private async judged(
    actor: Actor,
    requestId: string,
    { definition, written, step }: { definition: Definition; written: FormValues; step: HumanStep },
  ): Promise<{ problems: FieldProblem[]; seen: Set<string> }> {
    const { values, invalid } = formFromWire(definition, written, { fields: broughtFields(step) });
    const [found, references] = await Promise.all([
      this.facts.forRequest({ requestId, actorId: actor.personId }),
      this.references.problems(actor, { definition, requestId }, values),
    ]);
    if (!found) return { problems: invalid, seen: new Set() };
    const around = formSurroundings(found.request.state.context, found.facts);
    const { form } = found.head;
    const whole = computeForm(definition, { ...omit(form, Object.keys(written)), ...withMarksKept(form, values) }, around);
    const judged = validateForm(definition, whole, { step: step.id, ...around });
    const hidden = new Set(judged.hidden);
    const shown = ({ field }: FieldProblem): boolean => !hidden.has(field.split('.')[0] ?? '');
    // A file that the step hides is not the decider's to show around.
    const seen = new Set(filesIn(omit(found.head.form, step.fields.hidden)).map(({ reference }) => reference.id));
    const stays = new Set((step.fields.edit ?? []).filter((key) => !Object.hasOwn(written, key)));
    const brought = ({ field }: FieldProblem): boolean => !stays.has(field.split('.')[0] ?? '');
    return { problems: [...invalid, ...judged.invalid, ...references].filter((each) => shown(each) && brought(each)), seen };
  }
}

const omit = (form: FormValues, keys: readonly string[]): FormValues =>
  Object.fromEntries(Object.entries(form).filter(([key]) => !keys.includes(key)));
