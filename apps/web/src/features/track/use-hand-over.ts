import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../../shared/state/session';
import { eachRow, handOver, MOST_HANDED, verdictOf, type Verdict } from './hand-over';
import type { TrackRow } from './track-queries';

/** Rows that are picked to be handed over, what is known of each, and how far it has come. */
export interface HandingOver {
  rows: TrackRow[];
  verdictOf: (row: TrackRow) => Verdict | null;
  isPicked: (row: TrackRow) => boolean;
  pick: (rows: TrackRow[], on: boolean) => void;
  to: string | null;
  setTo: (person: string | null) => void;
  /** Rows that may be handed over, and those that stay. */
  may: TrackRow[];
  stay: TrackRow[];
  /** `picking` until the press; `going` while it runs; `over` when all are through or it was called off. */
  stage: 'picking' | 'asking' | 'going' | 'over';
  go: (comment: string) => void;
  stop: () => void;
  close: () => void;
}

type Verdicts = ReadonlyMap<string, Verdict>;
const NONE: Verdicts = new Map();

/** Asks for each picked row whether it may go to that person; what has been asked is not asked again. */
function useVerdicts(rows: TrackRow[], { from, to, asks }: { from: string; to: string | null; asks: boolean }) {
  const [known, setKnown] = useState<{ to: string | null; verdicts: Verdicts }>({ to, verdicts: NONE });
  const verdicts = known.to === to ? known.verdicts : NONE;
  const note = (row: TrackRow, verdict: Verdict): void =>
    setKnown((before) => ({ to, verdicts: new Map(before.to === to ? before.verdicts : NONE).set(row.requestId, verdict) }));
  const missing = to === null || !asks ? [] : rows.filter(({ requestId }) => !verdicts.has(requestId));
  const wanted = missing.map(({ requestId }) => requestId).join();
  const asked = useRef(to);
  useEffect(() => {
    asked.current = to;
    if (wanted === '' || to === null) return;
    for (const row of missing) note(row, { state: 'asking' });
    // Whoever is asked about next is another question; rows that join or leave change nothing for the others.
    void eachRow(missing, { stopped: () => asked.current !== to }, async (row) => note(row, await verdictOf(row, { from, to })));
  }, [to, wanted]);
  return { verdicts, note };
}

function withPicked(before: TrackRow[], picked: TrackRow[], on: boolean): TrackRow[] {
  const others = before.filter(({ requestId }) => picked.every((row) => row.requestId !== requestId));
  return on ? [...others, ...picked].slice(0, MOST_HANDED) : others;
}

async function handingOver(
  row: TrackRow,
  note: (row: TrackRow, verdict: Verdict) => void,
  handing: Parameters<typeof handOver>[1],
): Promise<void> {
  note(row, { state: 'going' });
  note(row, await handOver(row, handing));
}

/** Picks rows that wait for one person and hands them to another, each as a command of its own. */
export function useHandOver(from: string): HandingOver {
  const client = useQueryClient();
  const me = useMe().person.id;
  const [rows, setRows] = useState<TrackRow[]>([]);
  const [to, setTo] = useState<string | null>(null);
  const [stage, setStage] = useState<'picking' | 'going' | 'over'>('picking');
  const stopped = useRef(false);
  const { verdicts, note } = useVerdicts(rows, { from, to, asks: stage === 'picking' });
  const stateOf = ({ requestId }: TrackRow) => verdicts.get(requestId)?.state;
  const may = rows.filter((row) => stateOf(row) === 'may');
  const asking = stage === 'picking' && to !== null && rows.some((row) => (stateOf(row) ?? 'asking') === 'asking');
  const go = async (comment: string): Promise<void> => {
    if (to === null) return;
    stopped.current = false;
    setStage('going');
    await eachRow(may, { stopped: () => stopped.current }, (row) => handingOver(row, note, { from, to, comment, by: me }));
    setStage('over');
    void client.invalidateQueries({ queryKey: ['track'] });
  };
  const close = (): void => {
    setRows([]);
    setTo(null);
    setStage('picking');
  };
  return {
    rows,
    verdictOf: (row) => verdicts.get(row.requestId) ?? null,
    isPicked: ({ requestId }) => rows.some((row) => row.requestId === requestId),
    pick: (picked, on) => setRows((before) => withPicked(before, picked, on)),
    to,
    setTo,
    may,
    stay: rows.filter((row) => stateOf(row) === 'not'),
    stage: asking ? 'asking' : stage,
    go: (comment) => void go(comment),
    stop: () => void (stopped.current = true),
    close,
  };
}
