import { FactsRepository, formBeforeOf, type RequestFacts } from '@countersign/database';
import { momentText, namingRefusals, refusalText, type CommandBody, type Refusal } from '@countersign/domain';
import { inTurns, ProgramLog } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor';
import { Problem } from '../../http/problem/problem';
import { NAMING_OPERATIONS, type NameableBody, type NameablePeople } from '../dto/nameable.view';
import { NamesService } from './names.service';

/** Who of several people may be named in a press, before anybody presses; and why the others may not. Nothing is stored or sent. */
@Injectable()
export class NameableService {
  constructor(
    private readonly facts: FactsRepository,
    private readonly names: NamesService,
    private readonly log: ProgramLog,
  ) {}

  async judge(actor: Actor, id: string, { command, step, from, people }: NameableBody): Promise<NameablePeople> {
    const operation = NAMING_OPERATIONS.find(({ type }) => type === command);
    if (!operation) throw new Problem('not-found', { what: 'command' });
    const known = await this.facts.forRequest({ requestId: id, actorId: actor.personId, people });
    if (!known) throw new Problem('not-found', { what: 'request' });
    const body: CommandBody = { type: operation.type, requestId: id, actor: actor.personId, ...(step && { step }), ...(from && { from }) };
    const found = await this.refusals(known, body, people);
    const names = await this.namesFor(actor, known, people);
    const { definition } = known.known.process;
    const { absences = [] } = known.directory;
    const told = (no: Refusal) => refusalText(no, { definition, names, time: (iso) => momentText(iso, known.head.timeZone) });
    return {
      items: people.map((person, index) => {
        const no = found[index] ?? null;
        const away = no === null && absences.find((each) => each.person === person && (each.processes?.includes(definition.key) ?? true));
        return { person, reason: no && { ...no, text: told(no) }, awayUntil: away ? away.until : null };
      }),
    };
  }

  /** What a guard throws stops the request once it is pressed, and is no reason against anybody. */
  private async refusals(found: RequestFacts, body: CommandBody, people: readonly string[]): Promise<(Refusal | null)[]> {
    const { known, head, request, facts, directory } = found;
    if (head.diverged) return [];
    const tried = { request, before: formBeforeOf(found), directory, facts };
    try {
      return await inTurns(namingRefusals(known.process, { tried, body, people }));
    } catch (error) {
      this.log.lines.warn({ err: error, request: body.requestId, command: body.type }, 'who may be named cannot be told');
      return [];
    }
  }

  private namesFor({ companyId }: Actor, { known, head }: RequestFacts, people: string[]) {
    const { definition } = known.process;
    const unitId = head.state?.context.requester?.unitId ?? null;
    return this.names.forRequest({ definition, values: {}, requesterId: head.requesterId, unitId, number: head.number, companyId, people });
  }
}
