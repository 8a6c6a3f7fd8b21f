import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger, type BundleOptions, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

type Webpack = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];

/** The checkout: the sources of the runtime are bundled by path, from wherever this file was compiled to. */
const root = path.resolve(
  __dirname,
  ...(__dirname.includes(`${path.sep}dist${path.sep}`) ? Array<string>(6).fill('..') : ['..', '..', '..']),
);

/**
 * Built-ins of the language that the bundle looks up once: each look at a global of the sandbox leaves the engine for Node, and the pure code takes
 * hundreds of them a decision. Left out is what the SDK replaces (`Date`, timers, weak references), for each run or at all.
 */
export const BUILT_INS =
  'Array ArrayBuffer BigInt Boolean DataView Error JSON Map Math Number Object Promise Proxy RangeError Reflect RegExp Set String Symbol TypeError Uint8Array Uint32Array WeakMap WeakSet isNaN parseFloat parseInt'.split(
    ' ',
  );

/**
 * What worker, build and tests run as the workflow. Temporal's bundler does not read tsconfig paths, and takes XState's development build.
 */
export async function buildWorkflowBundle(): Promise<WorkflowBundleWithSourceMap> {
  const bundle = await bundled();
  // On the first line, so that the source map stays true.
  return { ...bundle, code: `const { ${BUILT_INS.join(', ')} } = globalThis;${bundle.code}` };
}

async function bundled(): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath: path.join(root, 'workflows', 'runtime', 'index.ts'),
    logger: new DefaultLogger('ERROR'),
    // Pure code: evaluated once per worker thread instead of once per run.
    preloadModules: ['xstate', '@countersign/domain', path.join(root, 'workflows', 'runtime', 'processes.ts')],
    webpackConfigHook: (config: Webpack): Webpack => ({
      ...config,
      // Only what the workflow uses is evaluated, for every run that a worker has not in its memory.
      optimization: { ...config.optimization, usedExports: true, sideEffects: true, providedExports: true },
      module: {
        ...config.module,
        rules: [...(config.module?.rules ?? []).map(forThisNode), { test: /[\\/]libs[\\/](domain|contracts)[\\/]/, sideEffects: false }],
      },
      resolve: { ...config.resolve, alias: { ...config.resolve?.alias, ...aliases() } },
    }),
  });
}

type Rule = NonNullable<NonNullable<Webpack['module']>['rules']>[number];

/** The SDK lowers TypeScript to ES2017; every Node that we run on knows ES2022, whose own object spread is faster than a helper's. */
function forThisNode(rule: Rule): Rule {
  if (!rule || rule === '...' || typeof rule.use !== 'object' || Array.isArray(rule.use)) return rule;
  const { options } = rule.use;
  if (typeof options !== 'object' || !('jsc' in options)) return rule;
  return { ...rule, use: { ...rule.use, options: { ...options, jsc: { ...(options['jsc'] as object), target: 'es2022' } } } };
}

function aliases(): Record<string, string> {
  const standIn = (name: string): string => path.join(root, 'workflows', 'runtime', `${name}.ts`);
  const room = (name: string): string => path.join(root, 'libs', name, 'src', 'index.ts');
  return {
    '@countersign/domain$': room('domain'),
    '@countersign/contracts$': room('contracts'),
    zod$: standIn('no-parsing'),
    'chinese-days$': standIn('no-calendars'),
    'temporal-polyfill$': standIn('no-calendars'),
    xstate$: path.join(path.dirname(require.resolve('xstate/package.json')), 'dist', 'xstate.esm.js'),
  };
}
