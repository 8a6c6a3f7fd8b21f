import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions } from '../functions';

/** What programs called by a name without a version. */
const UNVERSIONED = [
  ...['command_open(uuid, uuid, jsonb, text, jsonb)', 'record_read(jsonb)', 'record_write(jsonb)', 'request_facts(jsonb)'],
  ...['directory_slice(uuid, date, uuid[], uuid[], jsonb)'],
];

const versioned = (signature: string): string => signature.replace('(', '_1(');
const renamed = (from: string, to: string): string => `ALTER FUNCTION ${from} RENAME TO ${to.slice(0, to.indexOf('('))}`;

/** From here on functions have their room (`functions/`), and those of the protocol a version in their name. */
export class FunctionsByVersion1764200000500 implements MigrationInterface {
  name = 'FunctionsByVersion1764200000500';

  async up(runner: QueryRunner): Promise<void> {
    for (const signature of UNVERSIONED) await runner.query(renamed(signature, versioned(signature)));
    await installFunctions(runner);
  }

  /** The older migrations below drop all of these by their old names. */
  async down(runner: QueryRunner): Promise<void> {
    for (const signature of UNVERSIONED) await runner.query(renamed(versioned(signature), signature));
  }
}
