'use strict';
/** The parts of the product that are built, what each is made of, and how. Unchanged parts are left alone. */
const fs = require('node:fs');
const path = require('node:path');
const { withLock } = require('../lock');
const { run } = require('../processes');
const { say, step } = require('../say');
const { scriptOf, WEB, WORKFLOW_BUNDLE } = require('./built');
const { LIBS, compileApp } = require('./compile-app');
const { fingerprint } = require('./fingerprint');

/** @typedef {{ name: string, zh: string, en: string, inputs: readonly string[], output: string, build: (root: string) => Promise<unknown> }} Part */

const TOOLCHAIN = ['package-lock.json', 'tsconfig.json', 'nest-cli.json'];
/** Messages of a failed build are shown as they are; colours would only be noise in a log. */
const PLAIN = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };

/** The sandboxed code of the workflows, bundled once so that a worker starts in a second. @param {string} root */
async function bundleWorkflows(root) {
  const script = path.join(root, scriptOf('worker', 'workflow-bundle.js'));
  const target = path.join(root, WORKFLOW_BUNDLE);
  const program = `const { buildWorkflowBundle } = require(${JSON.stringify(script)});
    buildWorkflowBundle().then(({ code }) => require('node:fs').writeFileSync(${JSON.stringify(`${target}.partial`)}, code))
      .catch((error) => { console.error(error); process.exit(1); });`;
  await run(process.execPath, ['-e', program], { cwd: root });
  fs.renameSync(`${target}.partial`, target);
}

/** @type {readonly Part[]} */
const PARTS = [
  {
    name: 'api',
    zh: '编译接口服务',
    en: 'building api',
    inputs: [...TOOLCHAIN, ...LIBS, 'apps/api'],
    output: scriptOf('api'),
    build: (root) => compileApp(root, 'api'),
  },
  {
    name: 'worker',
    zh: '编译工作进程',
    en: 'building worker',
    inputs: [...TOOLCHAIN, ...LIBS, 'apps/worker'],
    output: scriptOf('worker'),
    build: (root) => compileApp(root, 'worker'),
  },
  {
    name: 'workflows',
    zh: '打包流程运行时',
    en: 'bundling workflows',
    inputs: [...TOOLCHAIN, 'libs/domain', 'libs/contracts', 'workflows/runtime', 'apps/worker/src/workflow-bundle.ts'],
    output: WORKFLOW_BUNDLE,
    build: bundleWorkflows,
  },
  {
    name: 'web',
    zh: '构建网页',
    en: 'building web',
    inputs: [...TOOLCHAIN, 'libs/domain', 'apps/web'],
    output: `${WEB}/index.html`,
    build: (root) =>
      run(process.execPath, [path.join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
        cwd: path.join(root, 'apps', 'web'),
        // Vite takes NODE_ENV as it finds it: built from a test run, people would get React's slow checking build.
        env: { ...PLAIN, NODE_ENV: 'production' },
      }),
  },
];

/** @param {string} root @param {Part} part @returns {string} */
const stampOf = (root, part) => path.join(root, 'dist', '.stamps', part.name);

/** @param {string} root @param {Part} part */
async function bring(root, part) {
  const stamp = stampOf(root, part);
  const now = fingerprint(root, part.inputs);
  const before = fs.existsSync(stamp) ? fs.readFileSync(stamp, 'utf8') : '';
  if (before === now && fs.existsSync(path.join(root, part.output))) return false;
  fs.rmSync(stamp, { force: true });
  await step({ zh: part.zh, en: part.en }, () => part.build(root));
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, now);
  return true;
}

/**
 * Builds what changed: api beside worker and then its bundle, web last (two cores).
 * @param {string} root
 * @param {readonly string[]} [names] only these parts
 */
async function buildParts(root, names = PARTS.map((part) => part.name)) {
  const part = (/** @type {string} */ name) => /** @type {Part} */ (PARTS.find((candidate) => candidate.name === name));
  const lanes = [
    ['api', 'web'],
    ['worker', 'workflows'],
  ].map((lane) => lane.filter((name) => names.includes(name)));
  const waiting = { zh: '另一个构建正在进行，等待中', en: 'another build is running; waiting for it' };
  await withLock(path.join(root, 'dist', '.lock'), waiting, async () => {
    const results = await Promise.allSettled(
      lanes.map(async (lane) => {
        let built = 0;
        for (const name of lane) built += (await bring(root, part(name))) ? 1 : 0;
        return built;
      }),
    );
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    if (results.every((result) => result.status === 'fulfilled' && result.value === 0)) say('构建结果是最新的', 'the build is up to date');
  });
}

module.exports = { buildParts, PARTS };
