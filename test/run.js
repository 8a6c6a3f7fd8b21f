'use strict';
/**
 * `npm test`: installs what is missing, builds what changed, runs every ring, and ends with what did not pass by name and the sum of all
 * rings on a line of its own.
 * Plain JavaScript on Node built-ins: it runs before node_modules exists. `npm test -- <ring> …` runs only these rings.
 */
const { spawn } = require('node:child_process');
const { existsSync, mkdtempSync, readFileSync, rmSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { buildParts } = require('../apps/local/src/build/build-parts');
const { install } = require('../apps/local/src/install');
const { NODE_FLAGS } = require('../apps/local/src/run/node-app');
const { say, step } = require('../apps/local/src/say');
const { temporalBinary } = require('../apps/local/src/temporal/temporal-binary');

const root = path.resolve(__dirname, '..');

/**
 * Rings that share one jest run, and how many files at once. A file on the real workflow or in a browser waits for people's time, and for others.
 * Those that kill servers of the machine's own or measure time have it for themselves.
 */
const RUNS = [
  { rings: ['unit', 'conformance', 'replay', 'pg', 'simulation'], workers: 3 },
  { rings: ['integration', 'workflow', 'e2e'], workers: 4 },
  { rings: ['chaos'], workers: 1 },
  { rings: ['local'], workers: 1 },
  { rings: ['fuzz'], workers: 1 },
];
const inRooms = ['unit', 'pg'];
const exists = (ring) => inRooms.includes(ring) || existsSync(path.join(root, 'test', ring));

/** @returns {Promise<{ passed: number, failed: string[] }>} what did not pass, by name */
function runJest({ rings, workers }, folder) {
  const output = path.join(folder, `${rings[0]}.json`);
  const args = [
    ...NODE_FLAGS,
    path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--selectProjects',
    ...rings,
    '--json',
    `--outputFile=${output}`,
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...args, `--maxWorkers=${workers}`, '--passWithNoTests', '--ci', '--forceExit'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('close', (code) => resolve(sum(output, code)));
  });
}

/** What did not pass in a file: its tests by name, or the file itself where it did not even start. */
function unpassed({ name, status, assertionResults }) {
  const file = path.relative(root, name);
  const tests = assertionResults.filter((test) => test.status !== 'passed').map((test) => `${file}: ${test.fullName}`);
  return tests.length === 0 && status === 'failed' ? [file] : tests;
}

/** A suite that does not even start, and a test that is skipped, are failures. */
function sum(output, code) {
  if (!existsSync(output)) return { passed: 0, failed: ['jest told nothing'] };
  const result = JSON.parse(readFileSync(output, 'utf8'));
  const failed = result.testResults.flatMap(unpassed);
  return { passed: result.numPassedTests, failed: failed.length === 0 && code !== 0 ? [`jest ended with ${code}`] : failed };
}

async function runRings(wanted) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'countersign-test-'));
  const total = { passed: 0, failed: [] };
  for (const part of RUNS) {
    const rings = part.rings.filter((ring) => exists(ring) && (wanted.length === 0 || wanted.includes(ring)));
    if (rings.length === 0) continue;
    const { passed, failed } = await step({ zh: `测试：${rings.join('、')}`, en: `testing ${rings.join(', ')}`, everyMs: 60_000 }, () =>
      runJest({ ...part, rings }, folder),
    );
    say(`${rings.join('、')}：通过 ${passed}，失败 ${failed.length}`, `${passed} passed, ${failed.length} failed so far in these rings`);
    total.passed += passed;
    total.failed.push(...failed);
  }
  rmSync(folder, { recursive: true, force: true });
  return total;
}

async function main() {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((ring) => !RUNS.some((part) => part.rings.includes(ring)));
  if (unknown.length > 0)
    throw new Error(`Expected rings out of ${RUNS.flatMap((part) => part.rings).join(', ')}, but got ${unknown.join(', ')}`);
  const binary = process.env.TEMPORAL_ADDRESS ? null : temporalBinary({ root });
  binary?.catch(() => undefined);
  await install(root);
  await buildParts(root);
  await binary;
  return runRings(wanted);
}

main()
  .catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: ['the tests could not be run'] };
  })
  .then(({ passed, failed }) => {
    for (const test of failed) console.log(`✕ ${test}`);
    console.log(`${passed} passed, ${failed.length} failed`);
    process.exit(failed.length === 0 && passed > 0 ? 0 : 1);
  });
