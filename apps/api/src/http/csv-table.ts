import { Readable } from 'node:stream';
import { tooManyColumns, tooManyRows, type TableProblem } from '@countersign/domain';
import { Problem, type DoorCode } from './problem/problem';

/** How large a table may be, and what is said where it cannot be taken. */
export interface TableLimits {
  problem: Extract<DoorCode, 'leases-invalid' | 'budgets-invalid'>;
  mostRows: number;
  mostColumns: number;
}

/** Cells may have several lines, and spreadsheets leave empty ones behind. */
const LINES_A_ROW = 5;
/** Signs of a cell that may look like those that part columns. */
const LONGEST_CELL = 200;

/** The cells of a CSV table; what is too large is refused before anybody makes rows and cells of it. */
export async function csvTable(csv: string, { problem, mostRows, mostColumns }: TableLimits): Promise<string[][]> {
  const lines = csv.split(/\r\n?|\n/, LINES_A_ROW * mostRows + 1);
  if (lines.length > LINES_A_ROW * mostRows) throw tableRefused(problem, [tooManyRows(mostRows)]);
  const widest = mostColumns + LONGEST_CELL;
  const wide = lines.findIndex((line) => line.split(/[,;\t]/, widest + 1).length > widest);
  if (wide >= 0) throw tableRefused(problem, [tooManyColumns(wide + 1, mostColumns)]);
  const { Workbook } = await import('exceljs');
  const sheet = await new Workbook().csv
    .read(Readable.from([csv]), { map: (value: unknown) => value, parserOptions: { delimiter: delimiterOf(csv) } })
    .catch(() => {
      throw new Problem(problem, {}, [
        { field: 'csv', code: 'unreadable', params: {}, message: { zh: '不是可读的 CSV 表格。', en: 'This is not a readable CSV table.' } },
      ]);
    });
  const rows: string[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, ({ value }) => void cells.push(value === null || value === undefined ? '' : String(value)));
    rows.push(cells);
  });
  return rows;
}

/** What is wrong with a table, each thing at its line. */
export const tableRefused = (problem: TableLimits['problem'], problems: readonly TableProblem<string>[]): Problem =>
  new Problem(
    problem,
    {},
    problems.map(({ line, code, params, message }) => ({ field: `lines.${line}`, code, params, message })),
  );

/** Spreadsheets of some languages part their columns otherwise, and what is pasted from one comes with tabs. */
function delimiterOf(csv: string): string {
  const [head = ''] = csv.split(/\r?\n/, 1);
  return ['\t', ';', ','].find((sign) => head.includes(sign)) ?? ',';
}
