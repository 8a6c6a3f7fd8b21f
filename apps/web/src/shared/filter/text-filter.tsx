import { Input, type InputProps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { wordsIn } from '../state/address-words';
import { useSettled } from '../state/use-settled';

/** As long as nobody types for so long, what stands there counts. */
const SILENCE_MS = 400;

interface TextFilterProps extends Omit<InputProps, 'value'> {
  value: string | undefined;
  onValue: (value: string | undefined) => void;
}

/** A text that counts once it stands still, or at once on Enter and when it is left. */
export function TextFilter({ value, onValue, ...input }: TextFilterProps) {
  const [text, setText] = useState(value ?? '');
  const settled = useSettled(text, SILENCE_MS);
  const told = useRef(value);
  const latest = useRef(onValue);
  useEffect(() => {
    latest.current = onValue;
  });
  const tell = (typed: string): void => {
    const next = wordsIn(typed)?.trim();
    if (next === told.current) return;
    told.current = next;
    latest.current(next);
  };
  // What stands in the address follows what is typed, not the other way round.
  useEffect(() => tell(settled), [settled]);
  return (
    <Input
      {...input}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => tell(text)}
      onPressEnter={() => tell(text)}
    />
  );
}
