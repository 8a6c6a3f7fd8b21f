import { FactsRepository } from '@countersign/database';
import {
  actorFacts,
  askedNames,
  askedSurroundings,
  asksForClock,
  asksForToday,
  requesterClock,
  unitPath,
  type Definition,
  type FormSurroundings,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';

/** What surrounds a form that somebody has not submitted yet. */
@Injectable()
export class StartSurroundings {
  constructor(private readonly facts: FactsRepository) {}

  /** As much as the form's conditions ask for, which mostly is nothing: then nobody is asked. */
  async of({ companyId, personId }: Pick<Actor, 'companyId' | 'personId'>, definition: Definition): Promise<FormSurroundings> {
    const asked = askedNames(definition);
    const [directory, params] = await Promise.all([
      asked.roles.length > 0 || asksForToday(definition) || asksForClock(definition) ? this.facts.directoryOf(companyId, personId) : null,
      asked.params.length > 0 ? this.facts.params(companyId, definition.key) : {},
    ]);
    if (directory === null) return askedSurroundings(definition, { requesterRoles: [], params });
    const { roles, unitId } = actorFacts(directory, personId, []);
    const clock = requesterClock(definition, directory, unitPath(directory, unitId));
    return askedSurroundings(definition, { requesterRoles: roles, params, today: directory.today, clock });
  }
}
