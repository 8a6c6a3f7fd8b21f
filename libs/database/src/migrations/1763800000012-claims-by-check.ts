import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CLAIMED_IN } from './1763800000006-directory-functions';

/** Several fields may fall under one check: their values are asked for together. */
export const CLAIMED_BY_CHECK = `
CREATE OR REPLACE FUNCTION claimed_in(p_values jsonb, p_claims jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(check_name, held), '{}') FROM (
    SELECT claim->>'check' AS check_name, coalesce(jsonb_agg(found.held) FILTER (WHERE found.held <> ''), '[]') AS held FROM jsonb_array_elements(p_claims) AS claim
      LEFT JOIN LATERAL (
        SELECT row_value->>split_part(claim->>'field', '.', 2) AS held
          FROM jsonb_array_elements(CASE jsonb_typeof(p_values->split_part(claim->>'field', '.', 1)) WHEN 'array' THEN p_values->split_part(claim->>'field', '.', 1) ELSE '[]' END) AS row_value
          WHERE claim->>'field' LIKE '%.%'
        UNION ALL
        SELECT p_values->>(claim->>'field') WHERE claim->>'field' NOT LIKE '%.%') AS found ON true
      GROUP BY claim->>'check') AS by_check $$`;

export class ClaimsByCheck1763800000012 implements MigrationInterface {
  name = 'ClaimsByCheck1763800000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLAIMED_BY_CHECK);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(CLAIMED_IN.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION'));
  }
}
