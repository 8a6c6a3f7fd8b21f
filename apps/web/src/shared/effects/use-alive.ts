import { useEffect, useRef } from 'react';

/** Whether the component is still on screen, for answers that come after it was left: they must not take the reader anywhere. */
export function useAlive(): () => boolean {
  const alive = useRef(false);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  return () => alive.current;
}
