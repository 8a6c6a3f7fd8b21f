import { parseArgs } from 'node:util';
import { companyCases, countCases, deskCases, listCases, searchCases, type AskedUnits, type ListCase } from './lists/cases';
import { measureCase, type CaseFigures } from './lists/measure';
import { openLists } from './lists/place';
import { summary, table } from './lists/report';
import type { CompanySize } from './lists/request-rows';

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Builds a company with so many open tasks, asks its API for every list, and throws it away. */
async function figuresAt(size: CompanySize, only: string | undefined): Promise<CaseFigures[]> {
  say(`building ${size.open.toLocaleString('en')} open tasks, ${size.finished.toLocaleString('en')} finished requests`);
  const started = performance.now();
  const place = await openLists(size, say);
  say(`built in ${((performance.now() - started) / 1_000).toFixed(0)} s`);
  try {
    const [units] = await place.database.query<[AskedUnits]>(UNITS);
    const cases = [...countCases(), ...listCases(units.store), ...companyCases(), ...deskCases(units), ...searchCases()];
    const figures: CaseFigures[] = [];
    for (const asked of cases.filter((each) => wanted(each, only))) {
      const found = await measureCase(place, asked);
      say(`${found.who} · ${found.name}: p50 ${found.p50.toFixed(1)}, p95 ${found.p95.toFixed(1)} ms, ${found.rows} rows`);
      figures.push(found);
    }
    return figures;
  } finally {
    await place.stop();
  }
}

const UNITS = `SELECT (SELECT id FROM unit WHERE key = 'bench-store-7') AS store, (SELECT id FROM unit WHERE parent_id IS NULL) AS top,
  (SELECT id FROM unit WHERE kind = 'store' AND key NOT LIKE 'bench-%' LIMIT 1) AS idle`;

const wanted = ({ who, name, path }: ListCase, only: string | undefined): boolean =>
  only === undefined || `${who} ${name} ${path}`.includes(only);

/** `npm run bench:lists -- --open 1000000 --finished 40000 --beside 10000 --only search`: every list through HTTP, beside the same in a small company. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      open: { type: 'string', default: '1000000' },
      finished: { type: 'string', default: '40000' },
      beside: { type: 'string', default: '10500' },
      only: { type: 'string' },
    },
  });
  const finished = Number(values.finished);
  const small = values.beside === '0' ? [] : await figuresAt({ open: Number(values.beside), finished }, values.only);
  const large = await figuresAt({ open: Number(values.open), finished }, values.only);
  process.stdout.write(`${table(large, small)}\n\n${summary(large, small)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
