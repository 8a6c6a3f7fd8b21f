import type { DataSource } from 'typeorm';

/** The database was brought up by migrations that this program does not have; says in both languages what to do. Nothing has been changed. */
export class SchemaHistoryError extends Error {
  override name = 'SchemaHistoryError';
}

const BEFORE_RELEASE = [
  '这个数据库由首次发布之前的版本建立，本版本不能沿用；什么也没有改动。重新开始：内置的演示数据用 npm start -- --reset，docker compose 用 docker compose down -v，自备的数据库请换一个空库。',
  'This database was set up by a version from before the first release, which this one cannot go on with; nothing was touched. To begin anew: npm start -- --reset for the built-in demo data, docker compose down -v with compose, an empty database where you brought your own.',
].join('\n');

const newer = (names: string[]): string =>
  [
    `这个数据库由更新的版本建立（${names.join('、')}）；什么也没有改动。请启动那个版本，或恢复升级前的备份。`,
    `This database was set up by a newer version (${names.join(', ')}); nothing was touched. Start that version, or restore the backup from before the upgrade.`,
  ].join('\n');

/** Throws where the database has run migrations that are not among those of the data source. */
export async function refuseForeignHistory(dataSource: DataSource): Promise<void> {
  const [table] = await dataSource.query<{ exists: boolean }[]>(`SELECT to_regclass('migrations') IS NOT NULL AS exists`);
  if (!table?.exists) return;
  const known = dataSource.migrations.map(({ name }) => name ?? '');
  const ran = (await dataSource.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY timestamp')).map(({ name }) => name);
  const strange = ran.filter((name) => !known.includes(name));
  if (strange.length === 0) return;
  throw new SchemaHistoryError(ran.some((name) => known.includes(name)) ? newer(strange) : BEFORE_RELEASE);
}
