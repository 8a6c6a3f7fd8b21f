import { parseArgs } from 'node:util';
import { companyCases, countCases, deskCases, listCases, searchCases, type ListCase } from './lists/cases';
import { measureCase, type CaseFigures } from './lists/measure';
import { openLists } from './lists/place';
import { summary, table } from './lists/report';

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Builds a company with so many open tasks, asks its API for every list, and throws it away. */
async function figuresAt(open: number, only: string | undefined): Promise<CaseFigures[]> {
  say(`building ${open.toLocaleString('en')} open tasks`);
  const started = performance.now();
  const place = await openLists(open, say);
  say(`built in ${((performance.now() - started) / 1_000).toFixed(0)} s`);
  try {
    const [unit] = await place.database.query<{ id: string }[]>(`SELECT id FROM unit WHERE key = 'bench-store-7'`);
    const cases = [...countCases(), ...listCases(unit?.id ?? ''), ...companyCases(), ...deskCases(unit?.id ?? ''), ...searchCases()];
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

const wanted = ({ who, name, path }: ListCase, only: string | undefined): boolean =>
  only === undefined || `${who} ${name} ${path}`.includes(only);

/** `npm run bench:lists -- --open 1000000 --beside 10000 --only search`: every list through HTTP, beside the same in a small company. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { open: { type: 'string', default: '1000000' }, beside: { type: 'string', default: '10500' }, only: { type: 'string' } },
  });
  const small = values.beside === '0' ? [] : await figuresAt(Number(values.beside), values.only);
  const large = await figuresAt(Number(values.open), values.only);
  process.stdout.write(`${table(large, small)}\n\n${summary(large, small)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
