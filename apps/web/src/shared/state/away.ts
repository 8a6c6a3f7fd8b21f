import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../api/client';
import { keys } from '../api/keys';
import type { components } from '../api/schema';
import { lineIsFree } from './first-sight';

export type Absence = components['schemas']['AbsenceView'];

/** An absence begins and ends by the clock. */
const AGAIN_MS = 120_000;

/** When one is away, and for whom one stands in. */
export const absencesQuery = queryOptions({
  queryKey: keys.absences,
  queryFn: ({ signal }) => call<components['schemas']['AbsencesView']>('GET', '/absences', { signal }),
});

/** Who stands in for the reader now, and for whom the reader does. Asked for once what one came for is there. */
export function useAway(): { own: Absence | null; forOthers: Absence[] } {
  const [free, setFree] = useState(false);
  useEffect(() => {
    let here = true;
    void lineIsFree.then(() => here && setFree(true));
    return () => void (here = false);
  }, []);
  const { data } = useQuery({ ...absencesQuery, enabled: free, refetchInterval: AGAIN_MS });
  const isOn = ({ state }: Absence): boolean => state === 'running';
  return { own: data?.own.find(isOn) ?? null, forOthers: data?.forOthers.filter(isOn) ?? [] };
}
