import { CommandRepository, FactsRepository } from '@countersign/database';
import {
  commandId,
  formFromWire,
  validateForm,
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
import { formErrors } from '../http/form-errors';
import type { Press } from '../http/press/command-headers';
import { Problem } from '../http/problem';
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
    const step = known?.process.steps[place.step];
    if (!known || !step || !('fields' in step)) return fields as FormValues;
    const { definition } = known.process;
    const written = withCanonicalIds(definition, fields as Record<string, Json>);
    const problems = await this.problems(actor, definition, { written, step });
    // What came before is the same again, whoever has left since.
    if (problems.length > 0 && !(await this.commands.find(commandId(actor.personId, press.key)))) {
      throw new Problem('invalid-field', { fields: problems.map(({ field }) => field) }, formErrors(problems));
    }
    if (filesIn(written).length > 0)
      await this.database.transaction((manager) => cite(manager, { actor, requestId: place.requestId }, written));
    return written;
  }

  private async problems(
    actor: Actor,
    definition: Definition,
    { written, step }: { written: FormValues; step: HumanStep },
  ): Promise<FieldProblem[]> {
    const { values, invalid } = formFromWire(definition, written, { fields: step.fields.write });
    const wrong = validateForm(definition, values, { step: step.id, requesterRoles: [], params: {} }).invalid;
    return [...invalid, ...wrong, ...(await this.references.problems(actor, definition, values))];
  }
}
