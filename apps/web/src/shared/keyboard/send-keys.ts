import type { KeyboardEvent } from 'react';

/** Ctrl+Enter (⌘ on a Mac) in a text field sends what stands in it. Enter alone, and Enter that ends a word of an input method, do not. */
export const onSendKeys =
  (send: (() => void) | undefined) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing || event.repeat) return;
    event.preventDefault();
    send?.();
  };
