import { askingOf, FactsRepository, formBeforeOf, type RequestFacts } from '@countersign/database';
import {
  consequencesOf,
  eventText,
  fitTexts,
  allSteps,
  refusal,
  refusalText,
  type Bilingual,
  type CommandBody,
  type Consequences,
  type Definition,
  type Refusal,
  type SentenceContext,
  momentText,
} from '@countersign/domain';
import { inTurns, ProgramLog } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor';
import { Problem } from '../../http/problem/problem';
import type { PersonRef } from '../../http/schema/values.view';
import { PersonRefsService } from '../../people/person-refs.service';
import type { LostTaskView, TrialBody, TrialView } from '../dto/trial.view';
import { FORETOLD_OPERATIONS } from './foretold-operations';
import { NamesService, type RequestNames } from '../names/names.service';
import { RequestOperationsService } from '../request-operations.service';
import { expectedStep } from '../parts/expected.part';

const NOWHERE = { stands: 'blocked', steps: [], lost: [], kept: [], told: [], due: [], fit: [] };

/** What an operation would bring about, before anybody presses. Nothing is stored or sent. */
@Injectable()
export class TrialService {
  constructor(
    private readonly facts: FactsRepository,
    private readonly operations: RequestOperationsService,
    private readonly names: NamesService,
    private readonly people: PersonRefsService,
    private readonly log: ProgramLog,
  ) {}

  async trial(actor: Actor, id: string, { command, body = {}, step }: TrialBody): Promise<TrialView> {
    const operation = FORETOLD_OPERATIONS.find(({ type }) => type === command);
    if (!operation) throw new Problem('not-found', { what: 'command' });
    const { press: asked, faults } = await this.operations.bodyOf(operation, { actor, id, shown: null }, body);
    const press = operation.scope === 'task' && step !== undefined ? { ...asked, step } : asked;
    const known = await this.facts.forRequest({ requestId: id, ...askingOf(press) });
    if (!known) throw new Problem('not-found', { what: 'request' });
    if (faults) return { ...NOWHERE, ...faulty(faults) };
    const found = await tried(known, press, this.log);
    const names = await this.namesFor(actor, known, found);
    if ('refused' in found) return { ...NOWHERE, refusal: this.reason(found.refused, known, names), problems: [] };
    return { refusal: null, problems: [], ...this.told(found, known, names) };
  }

  private told(found: Consequences, { known, head }: RequestFacts, names: RequestNames): Omit<TrialView, 'refusal' | 'problems'> {
    const { definition } = known.process;
    const context: SentenceContext = { definition, names, unit: names.unit, timeZone: head.timeZone };
    const person = (personId: string): PersonRef => this.people.in(names.refs, personId);
    return {
      stands: found.stands,
      steps: found.steps.map((step) => expectedStep(step, { context, person })),
      kept: found.kept.map(({ step, people }) => ({ step, title: titleIn(definition, step), people: people.map(person) })),
      lost: found.lost.map(({ step, person: personId, reason }): LostTaskView => {
        const title = titleIn(definition, step);
        const closed = { type: 'task.closed', step, generation: 0, seat: 0, person: personId, reason } as const;
        return { step, title, person: person(personId), why: eventText(closed, context) };
      }),
      told: found.told.map(person),
      due: Object.entries(found.due).map(([step, at]) => ({ step, at })),
      fit: found.fit ? fitTexts(found.fit, context) : [],
    };
  }

  private reason(no: Refusal, { known, head }: RequestFacts, names: RequestNames): TrialView['refusal'] {
    const { definition } = known.process;
    return { ...no, text: refusalText(no, { definition, names, time: (iso) => momentText(iso, head.timeZone) }) };
  }

  private namesFor(actor: Actor, { known, head }: RequestFacts, found: { refused: Refusal } | Consequences): Promise<RequestNames> {
    return this.names.forRequest({
      definition: known.process.definition,
      values: {},
      requesterId: head.requesterId,
      unitId: head.state?.context.requester?.unitId ?? null,
      number: head.number,
      companyId: actor.companyId,
      people: 'refused' in found ? ownersIn(found.refused) : peopleIn(found),
    });
  }
}

function titleIn(definition: Definition, step: string): Bilingual {
  return allSteps(definition).find(({ id }) => id === step)?.title ?? { zh: step, en: step };
}

/**
 * What a press would come to. What a guard throws, and what was found to differ from the journal, stops the request as it would stop the press; what
 * was thrown is told in the log.
 */
export async function tried(found: RequestFacts, press: CommandBody, log: ProgramLog): Promise<{ refused: Refusal } | Consequences> {
  const { known, head, request, facts, directory } = found;
  if (head.diverged) return { refused: refusal('diverged', { reason: head.diverged.reason }) };
  try {
    const before = formBeforeOf(found);
    return await inTurns(consequencesOf(known.process, { request, before, directory, facts }, press));
  } catch (error) {
    log.lines.warn({ err: error, request: press.requestId, command: press.type }, 'what a press would come to cannot be told');
    return { refused: refusal('poisoned', { reason: error instanceof Error ? error.message : '', owners: directory.operators }) };
  }
}

function faulty({ code, params, text, errors }: Problem): Pick<TrialView, 'refusal' | 'problems'> {
  return {
    refusal: text ? { code, params, text } : null,
    problems: (errors ?? []).map(({ field, code: why, message }) => ({ field, code: why, message })),
  };
}

/** People whom a refusal names: who looks after it, who was named in vain. */
function ownersIn({ params }: Refusal): string[] {
  const { owners, person } = params;
  return [person, ...(Array.isArray(owners) ? owners : [])].filter((id) => typeof id === 'string');
}

function peopleIn({ steps, lost, kept, told }: Consequences): (string | null)[] {
  return [
    ...told,
    ...lost.map(({ person }) => person),
    ...kept.flatMap(({ people }) => people),
    ...steps.flatMap(({ people, derivation, asked }) => [
      ...people,
      ...(asked ? [asked.by] : []),
      ...(derivation?.rules ?? []).flatMap(({ candidates }) => candidates.map(({ person }) => person)),
    ]),
  ];
}
