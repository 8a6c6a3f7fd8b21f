import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Bilingual } from '@countersign/domain';
import { call, ProblemError } from '../../api/client';
import { keys } from '../../api/keys';
import { newPress } from '../../api/press';
import { refresherOf } from '../../api/refresh';
import type { PressAnswer, RequestCommand, Undo } from '../../api/wire';
import { forgetPending, forgetRefusal, keepPending, stagePending, type PendingCommand } from './pending';
import { noteReached } from './reached';
import { useMe } from '../session';

export interface CommandToSend {
  requestId: string;
  command: RequestCommand;
  path: string;
  body: Record<string, unknown>;
  label: Bilingual;
  /** What is said once it was done. */
  past: Bilingual;
  comment?: string;
  /** Content hash of what was shown; decisions must carry it. */
  shown?: string | null;
}

/** `done`, and whether it can be taken back · `open`: its end is not known yet and is being asked for, `there`: the server has it · `refused` with the reason. */
export type Sent = { end: 'done'; undo: Undo | null } | { end: 'open'; there: boolean } | { end: 'refused'; error: ProblemError };

/** No answer, or one that says nothing about the command: it may well have been taken. */
const endUnknown = (error: ProblemError): boolean => error.status === 0 || error.status >= 500;

/** Sends a kept command, the first time or once more: its key makes it the same command. */
export async function deliver(command: PendingCommand): Promise<Sent> {
  try {
    const answer = await call<PressAnswer>('POST', command.path, {
      body: command.body,
      idempotencyKey: command.key,
      prefer: 'minimal',
      ...(command.shown ? { ifMatch: command.shown } : {}),
    });
    if (answer.status === 'done') {
      noteReached(command.requestId, answer.n ?? 0);
      return { end: 'done', undo: answer.undo };
    }
    stagePending(command.id, 'sent');
    return { end: 'open', there: true };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (endUnknown(error)) {
      stagePending(command.id, 'unsent');
      return { end: 'open', there: false };
    }
    return { end: 'refused', error };
  }
}

function keep({ shown = null, comment = '', ...input }: CommandToSend, personId: string): PendingCommand {
  const command: PendingCommand = {
    ...newPress(personId),
    ...input,
    shown,
    comment,
    sentAt: new Date().toISOString(),
    stage: 'leaving',
  };
  keepPending(command);
  forgetRefusal(input.requestId);
  return command;
}

/** Sends commands, one at a time. Nothing is shown as done before the server said so. */
export function useSendCommand(): { busy: boolean; send: (input: CommandToSend) => Promise<Sent> } {
  const client = useQueryClient();
  const me = useMe().person.id;
  const [busy, setBusy] = useState(false);
  const send = async (input: CommandToSend): Promise<Sent> => {
    setBusy(true);
    const began = Date.now();
    const refresher = refresherOf(client);
    refresher.hold(input.requestId);
    try {
      const command = keep(input, me);
      const sent = await deliver(command);
      if (sent.end !== 'open') forgetPending(command.id);
      refresher.after(input.requestId, sent.end === 'refused' ? null : began);
      if (sent.end !== 'done') void client.invalidateQueries({ queryKey: keys.request(input.requestId), refetchType: 'all' });
      return sent;
    } finally {
      setBusy(false);
    }
  };
  return { busy, send };
}
