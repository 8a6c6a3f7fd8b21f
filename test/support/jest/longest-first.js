'use strict';
/**
 * Which test files begin first. Jest takes the largest first where it has not run them before; these take long and are small, and begun last they
 * would keep one processor waiting for the other.
 */
const { default: Sequencer } = require('@jest/test-sequencer');

const LONG = [
  'workflow/golden.spec.ts',
  'workflow/walks.spec.ts',
  'workflow/nothing-is-lost.spec.ts',
  'workflow/poisoned.spec.ts',
  'workflow/deadlines.spec.ts',
  'integration/sealed.spec.ts',
  'integration/stack.spec.ts',
  'e2e/accessibility-chinese.spec.ts',
  'e2e/accessibility-english.spec.ts',
  'e2e/stores.spec.ts',
  'simulation/simulation.spec.ts',
  'conformance/places.spec.ts',
  'conformance/processes.spec.ts',
  'conformance/one-file-one-line.spec.ts',
  'door/largest-bodies.pg.spec.ts',
  'rehearsal/company-walks.spec.ts',
  'rehearsal/signing-walks.spec.ts',
  'verify/limit-rules.spec.ts',
  'replay/histories.spec.ts',
];
const isLong = ({ path }) => LONG.some((name) => path.replaceAll('\\', '/').endsWith(`/${name}`));

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
