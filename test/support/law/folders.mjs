/** How many sources lie beside each other in one folder, specs, fixtures and declarations not counted; beyond that it is split by meaning. */
export const FOLDER_SOURCES = 12;

/** Folders of which every file is one entry of one list: as many as there are. */
export const REGISTRIES = [
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

/** Folders that are wider than that and not split yet, with how wide each may be. Lines are only taken away here, and numbers only lowered. */
export const WIDE_FOLDERS = {
  'apps/api/src/cli': 14,
  'apps/api/src/definitions': 14,
  'apps/api/src/requests/dto': 14,
  'apps/api/src/requests/view': 20,
  'apps/web/src/app/frame': 16,
  'apps/web/src/features/request/checklist': 16,
  'apps/web/src/features/request/decision': 25,
  'apps/web/src/features/request/operation': 16,
  'apps/web/src/features/start/fill': 22,
  'apps/web/src/features/stores': 18,
  'apps/web/src/features/track': 21,
  'apps/web/src/shared/form': 22,
  'apps/web/src/shared/form/controls': 22,
  'apps/web/src/shared/state': 22,
  'libs/database/src/entities/requests': 20,
  'libs/domain/src/operations/parts': 34,
  'libs/domain/src/preview': 14,
  'libs/domain/src/request': 30,
  'libs/domain/src/sentences': 28,
  'libs/domain/src/verify': 29,
  'libs/domain/src/wording': 16,
  'test/e2e/world': 14,
  'test/load/bench': 18,
  'test/load/replay-log': 21,
};

const isSource = (file) => /\.(tsx?|m?js)$/.test(file) && !/\.(spec|fixture|d)\.tsx?$/.test(file);

/** @param {readonly string[]} files relative to the checkout @returns {string[]} what is wrong with the folders that they lie in */
export function wrongFolders(files) {
  const sources = new Map();
  for (const file of files.filter(isSource)) {
    const folder = file.slice(0, Math.max(file.lastIndexOf('/'), 0));
    sources.set(folder, (sources.get(folder) ?? 0) + 1);
  }
  const wide = [...sources].flatMap(([folder, count]) => {
    const most = REGISTRIES.includes(folder) ? Infinity : (WIDE_FOLDERS[folder] ?? FOLDER_SOURCES);
    return count > most ? [`${folder} holds ${count} sources, at most ${most}`] : [];
  });
  const narrow = Object.keys(WIDE_FOLDERS).filter((folder) => (sources.get(folder) ?? 0) <= FOLDER_SOURCES);
  return [...wide, ...narrow.map((folder) => `${folder} is no longer wide: take its line away`)];
}
