'use strict';
/** `npm run build [part …]`: builds what changed. */
const { buildParts, PARTS } = require('./src/build/build-parts');
const { root } = require('./src/places');

const names = process.argv.slice(2);
const unknown = names.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`Expected parts out of ${PARTS.map((part) => part.name).join(', ')}, but got ${unknown.join(', ')}`);
  process.exit(2);
}
buildParts(root, names.length > 0 ? names : undefined).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
