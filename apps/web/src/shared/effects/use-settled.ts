import { useEffect, useState } from 'react';

/** A value as it was when it last stood still for `silence` milliseconds. */
export function useSettled<T>(value: T, silence: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), silence);
    return () => clearTimeout(timer);
  }, [value, silence]);
  return settled;
}
