/** How many sources may lie beside each other in one folder, specs, fixtures and declarations not counted: what grows wider is split by meaning. */
const MOST_SOURCES = 15;

/** Folders of which every file is one entry of one list: as many as there are. */
const REGISTRIES = [
  'apps/web/src/app/routes',
  'apps/web/src/shared/i18n/en',
  'apps/web/src/shared/i18n/zh',
  'libs/database/src/functions',
  'libs/database/src/migrations',
  'libs/database/src/repositories',
  'libs/domain/src/definition/steps',
  'libs/domain/src/guards',
  'libs/domain/src/operations',
  'test/conformance/golden',
  'test/support',
  'workflows/definitions/patterns',
];

const isSource = (file) => /\.(tsx?|m?js)$/.test(file) && !/\.(spec|fixture|d)\.tsx?$/.test(file);

/** @param {readonly string[]} files relative to the checkout @returns {string[]} what is wrong with the folders that they lie in */
export function wrongFolders(files) {
  const sources = new Map();
  for (const file of files.filter(isSource)) {
    const folder = file.slice(0, Math.max(file.lastIndexOf('/'), 0));
    sources.set(folder, (sources.get(folder) ?? 0) + 1);
  }
  return [...sources].flatMap(([folder, count]) =>
    REGISTRIES.includes(folder) || count <= MOST_SOURCES ? [] : [`${folder} holds ${count} sources, at most ${MOST_SOURCES}`],
  );
}
