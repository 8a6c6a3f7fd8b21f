import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Api } from './api';
import { Deviation } from './deviation';

export interface OwnTask {
  id: string;
  step: string;
  handedOn: { wants: string } | null;
}

/** As much of a request's view as a replay looks at. */
export interface View {
  id: string;
  status: string;
  outcome: string | null;
  contentHash: string | null;
  current: { step: string; people: { id: string }[] }[];
  suspended: object | null;
  task: OwnTask | null;
  otherTasks: OwnTask[];
  lists: { step: string; items: { id: string; seen: number }[] }[];
  definition: { key: string };
  children: { id: string; status: string }[];
  allowed: { command: string; enabled: boolean; reason: { code: string; text: { en: string } } | null }[];
}

/** How long is waited for what was taken on and is not done yet. */
export const KNOWN_WITHIN_MS = 120_000;

/** Where a request stands, in one word: a status, `suspended`, or the step that waits. */
export function standsAt(view: View | null): string {
  if (!view) return 'nothing yet';
  if (view.outcome) return view.outcome;
  if (view.suspended) return 'suspended';
  return view.status === 'running' ? view.current.map((step) => step.step).join(', ') : view.status;
}

/** Why somebody has no task on a request, by the product's own words where it has some. */
export function withoutTask(view: View, activity: { command: string }, actor: string): [string, string] {
  const reason = view.allowed.find((button) => button.command === activity.command && !button.enabled)?.reason;
  return reason ? [reason.code, reason.text.en] : ['not-assignee', `${actor} has no task here; the request stands at ${standsAt(view)}`];
}

/** Commands of one request through the HTTP API. Every refusal is thrown as a deviation. */
export class RequestClient {
  constructor(
    private readonly api: Api,
    /** Told the time of every command that the engine took. */
    private readonly took: (ms: number) => void,
  ) {}

  async read(id: string, token: string): Promise<View> {
    const answer = await this.api.get(`/requests/${id}`, token);
    if (answer.status !== 200) throw Deviation.of(answer);
    return answer.body as unknown as View;
  }

  /** A plain write that is no command: drafts, comments. */
  async write(method: 'POST' | 'PUT', path: string, call: { token: string; body: unknown }): Promise<Record<string, unknown>> {
    const answer = await this.api.send(method, path, call);
    if (answer.status >= 300) throw Deviation.of(answer);
    return answer.body;
  }

  /** A command: done with the view, or refused. One that is not known at once is waited for. */
  async command(path: string, call: { token: string; body: unknown; shown?: string | null }): Promise<View> {
    const started = performance.now();
    const first = await this.api.post(path, { ...call, key: randomUUID() });
    const answer = first.status === 202 ? await this.known(first, call.token) : first;
    if (answer.status >= 300) throw Deviation.of(answer);
    const { view } = answer.body as { view?: View };
    if (!view) throw new Error(`Expected ${path} to answer with a view, but it answered ${JSON.stringify(answer.body).slice(0, 200)}`);
    this.took(performance.now() - started);
    return view;
  }

  private async known(open: Answer, token: string): Promise<Answer> {
    const id = String(open.body.commandId);
    for (const until = Date.now() + KNOWN_WITHIN_MS; Date.now() < until; await pause(300)) {
      const answer = await this.api.get(`/commands/${id}`, token);
      if (answer.body.status === 'done') return answer;
      if (answer.body.status === 'refused') {
        const problem = (answer.body.problem ?? {}) as Record<string, unknown>;
        return { ...answer, status: typeof problem.status === 'number' ? problem.status : 409, body: problem };
      }
    }
    throw new Deviation('unknown', `command ${id} was still open after ${KNOWN_WITHIN_MS / 1000} s`);
  }
}
