import { useState } from 'react';

/**
 * A text that is formatted while nobody types in it: what was typed stays untouched until the field is left,
 * then the field shows how it was understood.
 */
export function useTypedText(shown: string, onText: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? shown,
    onChange: (event: { target: { value: string } }) => {
      setTyped(event.target.value);
      onText(event.target.value);
    },
    onBlur: () => setTyped(null),
  };
}
