import { JournalRepository, ProcessCache } from '@countersign/database';
import { fieldProblemText, refusalText, type Json, type Refusal, momentText } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor';
import { Problem, type FieldError } from '../../http/problem/problem';
import { NamesService } from './names.service';
import { ReadersService } from '../../auth/readers.service';

const strings = (value: Json | undefined): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);

/** Says a refusal with the names of the people, steps and fields that it is about. */
@Injectable()
export class RefusalNames {
  constructor(
    private readonly journal: JournalRepository,
    private readonly processes: ProcessCache,
    private readonly names: NamesService,
    private readonly readers: ReadersService,
  ) {}

  async problem(given: Refusal, requestId: string, actor: Actor): Promise<Problem> {
    const head = await this.journal.head(requestId);
    const refusal = given.code === 'already-decided' ? await this.forReader(given, requestId, actor) : given;
    const known = head && (await this.processes.byDefinitionId(head.definition.id));
    if (!head || !known) return new Problem(refusal.code, refusal.params);
    const { definition } = known.process;
    const { params } = refusal;
    const people = [params['by'], params['person'], ...strings(params['owners'])].filter((id) => typeof id === 'string');
    const names = await this.names.forRequest({
      definition,
      values: {},
      requesterId: head.requesterId,
      number: head.number,
      companyId: head.companyId,
      people,
    });
    const text = refusalText(refusal, { names, definition, time: (iso) => momentText(iso, head.timeZone) });
    return new Problem(refusal.code, params, fieldErrors(refusal), text);
  }

  /** Who decided, and when, is told to people concerned only. */
  private async forReader(refusal: Refusal, requestId: string, actor: Actor): Promise<Refusal> {
    return (await this.readers.mayRead(actor, requestId)) ? refusal : { code: refusal.code, params: { own: false } };
  }
}

/** The fields that a refusal names, so that a form can mark them. */
function fieldErrors({ code, params }: Refusal): FieldError[] | null {
  if (code === 'required-fields' || code === 'invalid-field') {
    const problem = code === 'required-fields' ? 'required' : 'wrong-type';
    const message = fieldProblemText({ code: problem, params: {} });
    return strings(params['fields']).map((field) => ({ field, code: problem, params: {}, message }));
  }
  const { field } = params;
  if (typeof field !== 'string') return null;
  return [{ field, code, params, message: refusalText({ code, params }) }];
}
