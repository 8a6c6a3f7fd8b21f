import type { RegisterName } from '@countersign/domain';

/**
 * SQL of the registers on whose dates processes start, by name. `$1`: company; `$2`, `$3`: first and last day that is asked for. Rows: `unit`, `day`
 * (`YYYY-MM-DD`), `values` (form values, as a form takes them). What needs nothing any more is not among them.
 */
export const REGISTER_ROWS: Partial<Record<RegisterName, string>> = {};
