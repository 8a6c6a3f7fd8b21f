import { useEffect, useRef, useState } from 'react';
import type { FileReference, Json } from '@countersign/domain';
import { upload } from '../api/upload';
import { useProblemText } from '../kit/states';
import { freshId } from '../state/fresh-id';

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
  /** Said where the place of the field is too small for the reason. */
  onProblem?(name: string, reason: string): void;
}

/** Sends chosen files at once, side by side, and adds each to the field's value when the server has it. */
export function useUploads({ value, onChange, requestId, max, onProblem }: Uploads) {
  const [sending, setSending] = useState<Sending[]>([]);
  const problemText = useProblemText();
  const files = filesOf(value);
  // Uploads end while others run: each must add to the newest value, not to the one of the render that it began in.
  const newest = useRef({ files, onChange });
  newest.current = { files, onChange };
  const leaving = useLeaving();

  const put = (next: FileReference[]) => {
    newest.current.files = next;
    newest.current.onChange(next as unknown as Json);
  };
  const change = (key: string, what: Partial<Sending>) =>
    setSending((all) => all.map((each) => (each.key === key ? { ...each, ...what } : each)));
  const send = async (file: File) => {
    const key = freshId();
    setSending((all) => [...all, { key, name: file.name, share: 0, problem: null }]);
    try {
      const reference = await upload(file, { requestId, onProgress: (share) => change(key, { share }), signal: leaving.current.signal });
      put([...newest.current.files, reference]);
      setSending((all) => all.filter((each) => each.key !== key));
    } catch (error) {
      if (leaving.current.signal.aborted) return;
      const problem = problemText(error);
      change(key, { problem });
      onProblem?.(file.name, problem);
    }
  };
  const underWay = sending.filter(({ problem }) => problem === null).length;
  return {
    files,
    sending,
    full: files.length + underWay >= max,
    add: (chosen: Iterable<File>) => void [...chosen].slice(0, Math.max(0, max - files.length)).map(send),
    remove: (id: string) => put(newest.current.files.filter((file) => file.id !== id)),
    dismiss: (key: string) => setSending((all) => all.filter((each) => each.key !== key)),
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
