import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Problem } from '../../../shared/api/wire';
import { useLateRefusal, usePendingOf } from '../../../shared/state/sending/pending';

/** Whether the form is on its way, or a server has it, and nobody knows yet how it ended; opens the request once it is known to have arrived. */
export function useSent(requestId: string | null): { waiting: 'sent' | 'unsent' | null; refusal: Problem | null } {
  const pending = usePendingOf(requestId ?? '');
  const refusal = useLateRefusal(requestId ?? '')?.problem ?? null;
  const navigate = useNavigate();
  const asked = useRef(false);
  const waiting = pending === undefined || pending.stage === 'leaving' ? null : pending.stage;
  useEffect(() => {
    const ended = asked.current && !pending;
    asked.current = waiting !== null;
    if (ended && !refusal && requestId) void navigate({ to: '/requests/$id', params: { id: requestId }, search: {} });
  }, [waiting, pending, refusal, requestId, navigate]);
  return { waiting, refusal };
}
