import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { forgetReached } from '../state/reached';
import { refresherOf, type Stale } from './refresh';

interface Hint {
  type: string;
  id: string;
}

/** What a hint makes stale. A command is asked for by whoever waits for it. */
const STALE: Record<string, (id: string) => Stale> = {
  request: (id) => ({ request: id }),
  inbox: (id) => ({ tasks: true, request: id }),
  notifications: () => ({ notifications: true }),
};

/** Listens to the server's hints. A hint carries no content: it only says what to read again through the guarded routes. */
export function useStream(): void {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource('/api/v1/stream');
    let interrupted = false;
    source.addEventListener('hint', (event) => {
      try {
        const hint = JSON.parse((event as MessageEvent<string>).data) as Hint;
        const stale = STALE[hint.type]?.(hint.id);
        if (stale) refresherOf(client).soon(stale);
      } catch {
        void client.invalidateQueries();
      }
    });
    source.addEventListener('error', () => {
      interrupted = true;
    });
    source.addEventListener('open', () => {
      // Hints that were missed while the line was down are not sent again.
      if (interrupted) {
        forgetReached();
        void client.invalidateQueries();
      }
      interrupted = false;
    });
    return () => source.close();
  }, [client]);
}
