import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { configureClient, ProblemError } from '../shared/api/client';
import { createAppRouter } from './router';

const tries = (count: number, error: unknown): boolean =>
  count < 2 && !(error instanceof ProblemError && error.status >= 400 && error.status < 500);

function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 10_000, retry: tries, refetchOnWindowFocus: true }, mutations: { retry: false } },
  });
}

/** Everything that each page needs: queries and routes. */
export function App() {
  const [client] = useState(createClient);
  const [router] = useState(() => createAppRouter(client));
  useEffect(() => {
    configureClient({
      onSignedOut: () => {
        if (router.state.location.pathname === '/login') return;
        client.clear();
        void router.navigate({ to: '/login', search: { next: router.state.location.href } });
      },
    });
  }, [client, router]);
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
