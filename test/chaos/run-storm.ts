import { parseArgs } from 'node:util';
import { Parts } from '../support/parts';
import { storm } from './storm/storm';

/** `npm run chaos -- --rounds 100 --seed 7`: the storm of `storm.spec.ts`, as long as wanted. Exit code 1 where something is wrong afterwards. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } } });
  const [rounds, seed] = [values.rounds, values.seed].map(Number) as [number, number];
  if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed))
    throw new Error('Expected --rounds to be a whole number from 1, and --seed a whole number');
  const parts = new Parts();
  try {
    const report = await storm(parts, { rounds, seed }, (line) => console.error(line));
    console.log(JSON.stringify(report, null, 2));
    process.exitCode = report.wrong.length === 0 ? 0 : 1;
  } finally {
    await parts.stop();
  }
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
