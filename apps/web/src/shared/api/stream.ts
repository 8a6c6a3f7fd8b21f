import { ownValue } from '@countersign/domain';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { forgetReached } from '../state/sending/reached';
import { call } from './client';
import { refresherOf, type Stale } from './refresh';

interface Hint {
  type: string;
  id: string;
}

/** What a hint makes stale; one that names nothing, everything: something was missed while nobody listened. A command is asked for by whoever waits for it. */
const STALE: Record<string, (id: string) => Stale> = {
  request: (id) => ({ request: id }),
  inbox: (id) => (id === '' ? { tasks: true, notifications: true, requests: true } : { tasks: true, request: id }),
  notifications: () => ({ notifications: true }),
};

/** Until a line that the browser has given up is tried again: longer every time. */
const AGAIN_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * Listens to the server's hints, for as long as the page stands. A lost connection the browser makes anew by itself; after any other answer (a proxy
 * whose server restarts, a server that is full) it gives up for good, and a new line is asked for.
 */
function listen(client: QueryClient): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let interrupted = false;
  const open = (): void => {
    source = new EventSource('/api/v1/stream');
    source.addEventListener('hint', (event) => {
      try {
        const hint = JSON.parse((event as MessageEvent<string>).data) as Hint;
        const stale = ownValue(STALE, hint.type)?.(hint.id);
        if (stale) refresherOf(client).soon(stale);
      } catch {
        void client.invalidateQueries();
      }
    });
    source.addEventListener('error', () => {
      interrupted = true;
      if (source.readyState !== EventSource.CLOSED) return;
      // It does not say what the answer was; where nobody is signed in any more, this says so, and the page leads to the sign-in.
      void call('GET', '/me').catch(() => undefined);
      timer = setTimeout(open, Math.min(LONGEST_MS, AGAIN_MS * 2 ** tries));
      tries += 1;
    });
    source.addEventListener('open', () => {
      // Hints that were missed while the line was down are not sent again.
      if (interrupted) {
        forgetReached();
        void client.invalidateQueries();
      }
      interrupted = false;
      tries = 0;
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

/** Listens to the server's hints. A hint carries no content: it only says what to read again through the guarded routes. */
export function useStream(): void {
  const client = useQueryClient();
  useEffect(() => listen(client), [client]);
}
