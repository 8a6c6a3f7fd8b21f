import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { forgetReached } from '../state/reached';
import { keys } from './keys';

interface Hint {
  type: string;
  id: string;
}

function refresh(client: QueryClient, hint: Hint): void {
  void client.invalidateQueries({ queryKey: keys.notifications });
  if (hint.type === 'notification') return;
  void client.invalidateQueries({ queryKey: keys.tasks });
  void client.invalidateQueries({ queryKey: keys.drafts });
  void client.invalidateQueries({ queryKey: keys.request(hint.id) });
}

/** Listens to the server's hints. A hint carries no content: it only says what to read again through the guarded routes. */
export function useStream(): void {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource('/api/v1/stream');
    let interrupted = false;
    source.addEventListener('hint', (event) => {
      try {
        refresh(client, JSON.parse((event as MessageEvent<string>).data) as Hint);
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
