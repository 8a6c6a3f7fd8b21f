import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Bilingual } from '@countersign/domain';
import { call, ProblemError } from '../api/client';
import { keys } from '../api/keys';
import { newPress } from '../api/press';
import type { CommandAnswer, RequestCommand, Undo } from '../api/wire';
import { askForPending, forgetPending, forgetRefusal, keepPending } from './pending';
import { noteReached } from './reached';
import { useMe } from './session';

export interface CommandToSend {
  requestId: string;
  command: RequestCommand;
  path: string;
  body: Record<string, unknown>;
  label: Bilingual;
  comment?: string;
  draftKey?: string;
  /** Content hash of what was shown; decisions must carry it. */
  shown?: string | null;
}

/** `done`, and whether it can be taken back · `open`: its end is not known yet and is being asked for · `refused` with the reason. */
export type Sent = { end: 'done'; undo: Undo | null } | { end: 'open' } | { end: 'refused'; error: ProblemError };

/** No answer, or one that says nothing about the command: it may well have been taken. */
const endUnknown = (error: ProblemError): boolean => error.status === 0 || error.status >= 500;

async function deliver(input: CommandToSend, press: { key: string; id: string }): Promise<Sent> {
  const label = input.label;
  keepPending({
    ...press,
    requestId: input.requestId,
    command: input.command,
    label,
    comment: input.comment ?? '',
    draftKey: input.draftKey ?? null,
    sentAt: new Date().toISOString(),
    ask: false,
  });
  forgetRefusal(input.requestId);
  try {
    const answer = await call<CommandAnswer>('POST', input.path, {
      body: input.body,
      idempotencyKey: press.key,
      prefer: 'minimal',
      ...(input.shown ? { ifMatch: input.shown } : {}),
    });
    if (answer.status === 'done') {
      noteReached(input.requestId, answer.n ?? 0);
      forgetPending(press.id);
      return { end: 'done', undo: answer.undo };
    }
    askForPending(press.id);
    return { end: 'open' };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (endUnknown(error)) {
      askForPending(press.id);
      return { end: 'open' };
    }
    forgetPending(press.id);
    return { end: 'refused', error };
  }
}

/** Sends commands, one at a time. Nothing is shown as done before the server said so. */
export function useSendCommand(): { busy: boolean; send: (input: CommandToSend) => Promise<Sent> } {
  const client = useQueryClient();
  const me = useMe().person.id;
  const [busy, setBusy] = useState(false);
  const send = async (input: CommandToSend): Promise<Sent> => {
    setBusy(true);
    try {
      const sent = await deliver(input, newPress(me));
      void client.invalidateQueries({ queryKey: keys.request(input.requestId), refetchType: sent.end === 'done' ? 'active' : 'all' });
      void client.invalidateQueries({ queryKey: keys.tasks });
      return sent;
    } finally {
      setBusy(false);
    }
  };
  return { busy, send };
}
