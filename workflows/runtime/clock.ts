/** The workflow's own time: the sandbox replaces the clock, and a replay sees the same moments again. */
export function workflowNow(): number {
  // eslint-disable-next-line no-restricted-syntax -- the one place where the runtime asks for the time; decisions never use it
  return Date.now();
}
