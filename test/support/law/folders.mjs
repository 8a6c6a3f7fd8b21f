/**
 * How many sources lie beside each other in one folder, specs, fixtures and declarations not counted: beyond twelve it is split by meaning when somebody
 * is at it, beyond fifteen at once.
 */
export const FOLDER_SOURCES = { aim: 12, most: 15 };

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

/** Folders that are wider than that and not split yet, with how wide each may be. A line is taken away when its folder is split. */
export const WIDE_FOLDERS = {
  'apps/api/src/requests/view': 24,
  'apps/web/src/app/frame': 20,
  'apps/web/src/features/request/checklist': 20,
  'apps/web/src/features/request/decision': 28,
  'apps/web/src/features/request/operation': 20,
  'apps/web/src/features/start/fill': 24,
  'apps/web/src/features/stores': 20,
  'apps/web/src/features/track': 24,
  'apps/web/src/shared/form': 24,
  'apps/web/src/shared/form/controls': 24,
  'apps/web/src/shared/state': 24,
  'libs/database/src/entities/requests': 24,
  'libs/domain/src/operations/parts': 36,
  'libs/domain/src/request': 36,
  'libs/domain/src/sentences': 36,
  'libs/domain/src/verify': 32,
  'libs/domain/src/wording': 20,
  'test/load/bench': 20,
  'test/load/replay-log': 24,
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
    const most = REGISTRIES.includes(folder) ? Infinity : (WIDE_FOLDERS[folder] ?? FOLDER_SOURCES.most);
    return count > most ? [`${folder} holds ${count} sources, at most ${most}`] : [];
  });
  const narrow = Object.keys(WIDE_FOLDERS).filter((folder) => (sources.get(folder) ?? 0) <= FOLDER_SOURCES.aim);
  return [...wide, ...narrow.map((folder) => `${folder} is no longer wide: take its line away`)];
}
