/** What pg, its pool and TypeORM say of a connection that was lost under somebody's work, or never came. */
const SAID = /Connection terminated|is not queryable|already released|timeout exceeded when trying to connect/;
/** What the system says of one: refused, reset, cut off, or no such place. */
const SYSTEM = /^(ECONN|EPIPE|ENOTFOUND)/;

/** Whether an error tells of a connection to PostgreSQL that is gone. Pure. What PostgreSQL itself said (SQLSTATE) is for the caller to judge. */
export function isConnectionLoss(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return (typeof code === 'string' && SYSTEM.test(code)) || (typeof message === 'string' && SAID.test(message));
}
