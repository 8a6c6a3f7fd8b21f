import { useEffect, useRef, useState } from 'react';
import type { FileReference, Json } from '@countersign/domain';
import { upload } from '../../api/upload';
import { useProblemText } from '../../kit/waiting/states';
import { freshId } from '../../state/sending/fresh-id';

/** A file on its way, or one that did not arrive. */
export interface Sending {
  key: string;
  name: string;
  share: number;
  problem: string | null;
}

export const filesOf = (value: Json | undefined): FileReference[] => (Array.isArray(value) ? (value as unknown as FileReference[]) : []);

interface Uploads {
  value: Json | undefined;
  onChange(value: Json): void;
  requestId?: string | undefined;
  max: number;
  /** Files for which there is no room. */
  onOver?(names: string[]): void;
  /** Said where the place of the field is too small for the reason. */
  onProblem?(name: string, reason: string): void;
}

/** Sends chosen files at once, side by side, and adds each to the field's value when the server has it. */
export function useUploads({ value, onChange, requestId, max, onProblem, onOver }: Uploads) {
  const { sending, begin, change, end } = useSendings();
  const { over, within } = useRoom(onOver);
  const problemText = useProblemText();
  const files = filesOf(value);
  // Uploads end while others run: each must add to the newest value, not to the one of the render that it began in.
  const newest = useRef({ files, onChange });
  newest.current = { files, onChange };
  const leaving = useLeaving();
  const order = useOrder();

  const put = (next: FileReference[]) => {
    newest.current.files = next;
    newest.current.onChange(next as unknown as Json);
  };
  const send = async (file: File) => {
    const key = freshId();
    const keepPlace = order.next();
    begin(key, file.name);
    try {
      const reference = await upload(file, { requestId, onProgress: (share) => change(key, { share }), signal: leaving.current.signal });
      keepPlace(reference.id);
      put(order.of([...newest.current.files, reference]));
      end(key);
    } catch (error) {
      if (leaving.current.signal.aborted) return;
      const problem = problemText(error);
      change(key, { problem });
      onProblem?.(file.name, problem);
    }
  };
  const taken = files.length + sending.filter(({ problem }) => problem === null).length;
  return {
    ...{ files, sending, over },
    add: (chosen: Iterable<File>) => within(chosen, max - taken).forEach((file) => void send(file)),
    full: taken >= max,
    remove: (id: string) => put(newest.current.files.filter((file) => file.id !== id)),
    dismiss: end,
  };
}

/** As many of the chosen files as there is room for; the others are named. */
function useRoom(onOver: Uploads['onOver']) {
  const [over, setOver] = useState<string[]>([]);
  const within = (chosen: Iterable<File>, room: number): File[] => {
    const all = [...chosen];
    const names = all.slice(Math.max(0, room)).map(({ name }) => name);
    setOver(names);
    if (names.length > 0) onOver?.(names);
    return all.slice(0, Math.max(0, room));
  };
  return { over, within };
}

/** Files on their way, and those that did not arrive, until somebody has seen it. */
function useSendings() {
  const [sending, setSending] = useState<Sending[]>([]);
  return {
    sending,
    begin: (key: string, name: string) => setSending((all) => [...all, { key, name, share: 0, problem: null }]),
    change: (key: string, what: Partial<Sending>) =>
      setSending((all) => all.map((each) => (each.key === key ? { ...each, ...what } : each))),
    end: (key: string) => setSending((all) => all.filter((each) => each.key !== key)),
  };
}

/** As they were chosen, however early each arrives; what was there before comes first. */
function useOrder() {
  const places = useRef(new Map<string, number>());
  const chosen = useRef(0);
  return {
    next(): (id: string) => void {
      const place = (chosen.current += 1);
      return (id) => void places.current.set(id, place);
    },
    of: (files: FileReference[]): FileReference[] =>
      [...files].sort((left, right) => (places.current.get(left.id) ?? 0) - (places.current.get(right.id) ?? 0)),
  };
}

/** Ends what is under way when the field goes from the screen. */
function useLeaving() {
  const leaving = useRef(new AbortController());
  useEffect(() => {
    leaving.current = new AbortController();
    return () => leaving.current.abort();
  }, []);
  return leaving;
}
