export { databaseOptions, openDatabase, runMigrations } from './data-source';
export * from './entities';
