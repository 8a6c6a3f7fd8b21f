import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';

type Schemas = components['schemas'];
export type Token = Schemas['TokenItem'];
export type IssuedToken = Schemas['IssuedTokenView'];
export type Scope = Token['scopes'][number];

/** What a new token is for, whose it is, what it may do and for how long. */
export interface TokenOrder {
  name: string;
  personId?: string;
  scopes: Scope[];
  expiresInDays: number;
}

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => call<Schemas['TokenList']>('GET', '/tokens', { signal }),
});

export function useIssueToken(onIssued: (token: IssuedToken) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: TokenOrder) => call<IssuedToken>('POST', '/tokens', { body }),
    onSuccess: (token) => {
      onIssued(token);
      return client.invalidateQueries({ queryKey: tokensQuery.queryKey });
    },
  });
}

export function useRevokeToken(onRevoked: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call<void>('DELETE', `/tokens/${id}`),
    onSuccess: () => {
      onRevoked();
      return client.invalidateQueries({ queryKey: tokensQuery.queryKey });
    },
  });
}
