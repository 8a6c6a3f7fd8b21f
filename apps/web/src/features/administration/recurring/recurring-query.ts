import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { components } from '../../../shared/api/schema';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { showToast } from '../../../shared/state/toasts';

type Schemas = components['schemas'];
export type RecurringProcess = Schemas['RecurringProcessView'] & { id: string };
export type RecurringStart = Schemas['RecurringStartView'] & { id: string };
export type BackFill = Schemas['BackFillView'];

export const START_STATES = ['failed', 'waiting', 'draft', 'started', 'left'] as const;
export type StartState = (typeof START_STATES)[number];

/** Days that are made up for, `YYYY-MM-DD`. */
export interface Days {
  from: string;
  to: string;
}

/** Starts come without anybody's doing: the lists look again by themselves. */
const LOOK_AGAIN_MS = 15_000;

export const processesQuery = infiniteQueryOptions({
  queryKey: keys.recurring,
  queryFn: async ({ pageParam, signal }) => {
    const page = await call<Schemas['RecurringProcessPage']>('GET', '/recurring', { query: { cursor: pageParam }, signal });
    return { ...page, items: page.items.map((item) => ({ ...item, id: item.key })) };
  },
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  refetchInterval: LOOK_AGAIN_MS,
});

export const startsQuery = (key: string, state: StartState | undefined) =>
  infiniteQueryOptions({
    queryKey: [...keys.recurring, key, state ?? 'all'],
    queryFn: async ({ pageParam, signal }) => {
      const query = { cursor: pageParam, limit: 20, ...(state ? { state } : {}) };
      const page = await call<Schemas['RecurringStartPage']>('GET', `/recurring/${key}/starts`, { query, signal });
      return { ...page, items: page.items.map((item) => ({ ...item, id: `${item.unit.id} ${item.day} ${item.about}` })) };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: LOOK_AGAIN_MS,
  });

/** What making up for some days would start; nothing is. */
export const foreseenQuery = (key: string, days: Days) =>
  queryOptions({
    queryKey: [...keys.recurring, key, 'back-fill', days],
    queryFn: ({ signal }) => call<BackFill>('POST', `/recurring/${key}/back-fill`, { query: { trial: 'true' }, body: days, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });

interface Doing<Input> {
  path: string;
  body?: (input: Input) => object;
  query?: Record<string, string>;
  done: string;
  onDone?: () => void;
}

/** Does something about a process, says so, and reads the lists again. */
export function useRecurring<Input = void>({ path, query = {}, body, done, onDone }: Doing<Input>) {
  const client = useQueryClient();
  const problemText = useProblemText();
  const read = (): Promise<void> => client.invalidateQueries({ queryKey: keys.recurring });
  return useMutation({
    mutationFn: (input: Input) => call<unknown>('POST', `/recurring/${path}`, { query, ...(body ? { body: body(input) } : {}) }),
    onSuccess: () => {
      showToast({ id: 'recurring', tone: 'done', text: done });
      onDone?.();
      return read();
    },
    onError: (error) => {
      showToast({ id: 'recurring', tone: 'problem', text: problemText(error) });
      void read();
    },
  });
}
