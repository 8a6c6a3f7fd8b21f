import { TaskEntity, clock } from '@countersign/database';
import { BULK_UP_TO, canonicalJson, operationOf, type Json, type PersonCommandType } from '@countersign/domain';
import { ProgramLog } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { Actor } from '../../auth/actor';
import type { CommandAnswer } from '../../commands/command.view';
import type { PersonOperation } from '../../commands/operation-routes';
import { AnsweredPresses, textHash } from '../../http/press/answered-presses';
import type { Press } from '../../http/press/command-headers';
import { Problem } from '../../http/problem/problem';
import { problemText } from '../../http/problem/problem-document';
import { TaskOperationsService } from '../task-operations.service';
import { fewAtATime } from './few-at-a-time';
import type { BulkBody, BulkItemBody } from './bulk.body';
import type { BulkAnswer, BulkResult } from './bulk.view';

/** What was not begun by then is left for the same press sent again: no answer takes longer than a caller waits. */
const LONGEST_MS = 20_000;
const NO_RESULT = { n: null, undo: null, reason: null };

/** What is sent to each of many tasks by one press. */
interface ManyPresses<Item extends BulkItemBody = BulkItemBody> {
  /** Under which the press is known. */
  route: string;
  body: { items: Item[] };
  /** What is done with one of them, and what goes to it; `task`: null where the caller has none of that id. */
  bring: (item: Item, task: TaskEntity | null) => Promise<{ operation: PersonCommandType; body: object }>;
}

/** One press on many tasks. Every one of them is a command of its own, under a key of its own. */
@Injectable()
export class BulkService {
  private readonly presses: AnsweredPresses;

  constructor(
    private readonly database: DataSource,
    private readonly operations: TaskOperationsService,
    private readonly log: ProgramLog,
  ) {
    this.presses = new AnsweredPresses(database);
  }

  decide(actor: Actor, press: Press, body: BulkBody): Promise<BulkAnswer> {
    const { command, comment, upTo = BULK_UP_TO } = body;
    const brought = { ...(comment === undefined ? {} : { comment }), bulk: { upTo } };
    return this.each(actor, press, {
      route: 'POST /tasks/decisions',
      body,
      bring: () => Promise.resolve({ operation: command, body: brought }),
    });
  }

  /** Sends to each task what is brought to it. */
  async each<Item extends BulkItemBody>(actor: Actor, press: Press, many: ManyPresses<Item>): Promise<BulkAnswer> {
    const { body } = many;
    if (press.key.length > 160) throw new Problem('invalid-parameter', { name: 'Idempotency-Key' });
    await this.sameAsBefore(actor, press, many);
    const tasks = await this.ownTasks(actor, body.items);
    const until = clock.ms() + LONGEST_MS;
    const items = await fewAtATime(body.items, (item) => {
      const task = tasks.get(item.task.toLowerCase()) ?? null;
      const place = { task: item.task, requestId: task?.requestId ?? null };
      if (clock.ms() > until) return Promise.resolve({ ...place, status: 'not-begun' as const, ...NO_RESULT });
      return this.one({ actor, press, many, item }, task).then(
        (result) => ({ ...place, ...result }),
        (error: unknown) => ({ ...place, ...this.refused(error) }),
      );
    });
    return { items };
  }

  /** The key of a press is none for other tasks, or the same with another word. */
  private async sameAsBefore({ personId }: Actor, { key }: Press, { route, body }: Pick<ManyPresses, 'route' | 'body'>): Promise<void> {
    const pressHash = textHash(`${route}\n${canonicalJson({ ...body } as unknown as Json)}`);
    if (!(await this.presses.means({ personId, keyHash: textHash(key), pressHash }))) throw new Problem('key-reused');
  }

  private async one<Item extends BulkItemBody>(
    { actor, press, many, item }: { actor: Actor; press: Press; many: ManyPresses<Item>; item: Item },
    task: TaskEntity | null,
  ): Promise<Omit<BulkResult, 'task' | 'requestId'>> {
    const { operation: type, body } = await many.bring(item, task);
    const operation = operationOf(type) as unknown as PersonOperation;
    const own = { key: `${press.key}/${item.task.toLowerCase()}`, minimal: true };
    const pressed = { actor, id: item.task, press: own, task, shown: item.shown };
    const answer: CommandAnswer = await this.operations.send(operation, pressed, body);
    return { status: answer.status, n: answer.n, undo: answer.undo, reason: null };
  }

  /** Nobody is told of tasks that are not theirs: to them there are none of those ids. */
  private async ownTasks({ companyId, personId }: Actor, items: BulkItemBody[]): Promise<Map<string, TaskEntity>> {
    const found = await this.database.manager.findBy(TaskEntity, {
      id: In(items.map(({ task }) => task.toLowerCase())),
      companyId,
      personId,
    });
    return new Map(found.map((task) => [task.id, task]));
  }

  private refused(error: unknown): Omit<BulkResult, 'task' | 'requestId'> {
    const problem = error instanceof Problem ? error : new Problem('internal');
    if (problem !== error) this.log.lines.error({ err: error }, 'one of several decisions failed');
    return { status: 'refused', n: null, undo: null, reason: { code: problem.code, params: problem.params, text: problemText(problem) } };
  }
}
