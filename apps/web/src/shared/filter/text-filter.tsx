import { Input, type InputProps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { wordsIn } from '../state/address-words';
import { useSettled } from '../effects/use-settled';

/** As long as nobody types for so long, what stands there counts. */
const SILENCE_MS = 400;

interface TextFilterProps extends Omit<InputProps, 'value'> {
  value: string | undefined;
  onValue: (value: string | undefined) => void;
}

/** What a field says and what it has told: what comes back of that is no news, whatever else comes (a link, a saved view) stands in the field. */
function useTyped(value: string | undefined) {
  const [{ text, told, seen }, setTyped] = useState({ text: value ?? '', told: [value], seen: value });
  if (value !== seen) {
    const at = told.indexOf(value);
    setTyped(at < 0 ? { text: value ?? '', told: [value], seen: value } : { text, told: told.slice(at), seen: value });
  }
  const type = (typed: string): void => setTyped((before) => ({ ...before, text: typed }));
  const tell = (next: string | undefined): void => setTyped((before) => ({ ...before, told: [...before.told, next] }));
  return { text, last: told.at(-1), type, tell };
}

/** A text that counts once it stands still, or at once on Enter and when it is left. */
export function TextFilter({ value, onValue, ...input }: TextFilterProps) {
  const { text, last, type, tell: telling } = useTyped(value);
  const settled = useSettled(text, SILENCE_MS);
  const tell = (typed: string): void => {
    const next = wordsIn(typed)?.trim();
    if (next === last) return;
    telling(next);
    onValue(next);
  };
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  // What stands in the address follows what is typed; what only just came from there is no typing.
  useEffect(() => latest.current(settled), [settled]);
  return (
    <Input
      {...input}
      value={text}
      onChange={(event) => type(event.target.value)}
      onBlur={() => tell(text)}
      onPressEnter={() => tell(text)}
    />
  );
}
