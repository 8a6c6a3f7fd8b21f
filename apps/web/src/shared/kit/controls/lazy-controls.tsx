import type { ComponentType } from 'react';
import { lazyPart, type LazyPart } from '../waiting/lazy-part';

/** A page or a part of one that uses controls of the library: both are fetched when it is first wanted. */
export function lazyControls<P extends object>(load: () => Promise<ComponentType<P>>): LazyPart<P> {
  return lazyPart(async () => {
    const [{ Controls }, Part] = await Promise.all([import('./controls'), load()]);
    return function Controlled(props: P) {
      return (
        <Controls>
          <Part {...props} />
        </Controls>
      );
    };
  });
}
