import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../../../shared/state/session';
import { eachRow, handOver, MOST_PICKED, urge, verdictOf, type Verdict } from './row-commands';
import type { TrackRow } from '../track-queries';

/** What is done with the rows that are picked: handed to somebody else, or those who have them reminded. */
export type Deed = 'hand' | 'urge';

/** Rows that are picked, what is known of each, and how far what is done with them has come. */
export interface Picking {
  rows: TrackRow[];
  verdictOf: (row: TrackRow) => Verdict | null;
  isPicked: (row: TrackRow) => boolean;
  pick: (rows: TrackRow[], on: boolean) => void;
  /** Whose they are, where they can be handed over; null: rows of many people, or no right to do so. */
  from: string | null;
  to: string | null;
  setTo: (person: string | null) => void;
  /** Rows that may be handed over, and those that stay. */
  may: TrackRow[];
  stay: TrackRow[];
  /** `picking` until the press; `going` while it runs; `over` when all are through or it was called off. */
  stage: 'picking' | 'asking' | 'going' | 'over';
  /** What runs or ran. */
  deed: Deed;
  handOver: (comment: string) => void;
  urge: () => void;
  stop: () => void;
  close: () => void;
}

type Verdicts = ReadonlyMap<string, Verdict>;
type Note = (row: TrackRow, verdict: Verdict) => void;
const NONE: Verdicts = new Map();

/** Asks for each picked row whether it may go to that person; what has been asked is not asked again. */
function useVerdicts(rows: TrackRow[], { from, to, asks }: { from: string | null; to: string | null; asks: boolean }) {
  const [known, setKnown] = useState<{ to: string | null; verdicts: Verdicts }>({ to, verdicts: NONE });
  const verdicts = known.to === to ? known.verdicts : NONE;
  const note: Note = (row, verdict) =>
    setKnown((before) => ({ to, verdicts: new Map(before.to === to ? before.verdicts : NONE).set(row.requestId, verdict) }));
  const missing = from === null || to === null || !asks ? [] : rows.filter(({ requestId }) => !verdicts.has(requestId));
  const wanted = missing.map(({ requestId }) => requestId).join();
  const asked = useRef(to);
  useEffect(() => {
    asked.current = to;
    if (wanted === '' || from === null || to === null) return;
    for (const row of missing) note(row, { state: 'asking' });
    // Whoever is asked about next is another question; rows that join or leave change nothing for the others.
    void eachRow(missing, { stopped: () => asked.current !== to }, async (row) => note(row, await verdictOf(row, { from, to })));
  }, [to, wanted]);
  return { verdicts, note, forget: () => setKnown({ to: null, verdicts: NONE }) };
}

function withPicked(before: TrackRow[], picked: TrackRow[], on: boolean): TrackRow[] {
  const others = before.filter(({ requestId }) => picked.every((row) => row.requestId !== requestId));
  return on ? [...others, ...picked].slice(0, MOST_PICKED) : others;
}

/** Does one thing with every row, a few at a time, and notes how far each has come. */
function useDeeds() {
  const client = useQueryClient();
  const [stage, setStage] = useState<'picking' | 'going' | 'over'>('picking');
  const [deed, setDeed] = useState<Deed>('hand');
  const stopped = useRef(false);
  const go = async (what: Deed, rows: TrackRow[], does: (row: TrackRow) => Promise<Verdict>, note: Note): Promise<void> => {
    stopped.current = false;
    setDeed(what);
    setStage('going');
    for (const row of rows) note(row, { state: 'waits' });
    await eachRow(rows, { stopped: () => stopped.current }, async (row) => {
      note(row, { state: 'going' });
      note(row, await does(row));
    });
    setStage('over');
    void client.invalidateQueries({ queryKey: ['track'] });
  };
  return { stage, deed, go, stop: () => void (stopped.current = true), begin: () => setStage('picking') };
}

/** Picks rows and does one thing with all of them, each as a command of its own. */
export function usePicking(from: string | null): Picking {
  const by = useMe().person.id;
  const [rows, setRows] = useState<TrackRow[]>([]);
  const [to, setTo] = useState<string | null>(null);
  const deeds = useDeeds();
  const { verdicts, note, forget } = useVerdicts(rows, { from, to, asks: deeds.stage === 'picking' });
  const stateOf = ({ requestId }: TrackRow) => verdicts.get(requestId)?.state;
  const may = rows.filter((row) => stateOf(row) === 'may');
  const asking = deeds.stage === 'picking' && to !== null && rows.some((row) => (stateOf(row) ?? 'asking') === 'asking');
  return {
    rows,
    verdictOf: (row) => verdicts.get(row.requestId) ?? null,
    isPicked: ({ requestId }) => rows.some((row) => row.requestId === requestId),
    pick: (picked, on) => setRows((before) => withPicked(before, picked, on)),
    from,
    to,
    setTo,
    may,
    stay: rows.filter((row) => stateOf(row) === 'not'),
    stage: asking ? 'asking' : deeds.stage,
    deed: deeds.deed,
    handOver: (comment) => {
      if (from !== null && to !== null) void deeds.go('hand', may, (row) => handOver(row, { from, to, comment, by }), note);
    },
    urge: () => void deeds.go('urge', rows, (row) => urge(row, by), note),
    stop: deeds.stop,
    close: () => {
      setRows([]);
      setTo(null);
      forget();
      deeds.begin();
    },
  };
}
