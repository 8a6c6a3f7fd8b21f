/** What a spreadsheet would take for a formula. Full-width signs count, and what stands behind blanks; behind apostrophes, so that none is lost. */
const FORMULA = /^'*\s*[=+\-@\t\r＝＋－＠]/;

/** A text as a table for spreadsheets has it: an apostrophe stands before what one would count out, so that it is shown as it was written. Pure. */
export const guardedFromFormulas = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text that was guarded so; any other as it is. Pure. */
export const withoutFormulaGuard = (text: string): string => (text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text);
