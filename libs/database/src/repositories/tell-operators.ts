import type { Notice } from '@countersign/domain';

/** At most so many of a company's operators are told of one thing. */
const TOLD = 100;

/**
 * SQL of two more parts of a WITH: every row of the part `of` (with company_id and request_id) becomes a notice for those who look after requests, and their
 * open pages are told. The statement must read `told`.
 */
export function tellOperators({ of, notice, params }: { of: string; notice: Notice; params: string }): string {
  return `touched AS (
    INSERT INTO notification (id, company_id, person_id, notice, params, request_id)
      SELECT gen_random_uuid(), ${of}.company_id, person, '${notice}', ${params}, ${of}.request_id
      FROM ${of} CROSS JOIN LATERAL unnest((operators_of(${of}.company_id))[1:${TOLD}]) AS person RETURNING person_id),
  told AS (SELECT pg_notify('countersign_changes', jsonb_build_object('request', NULL, 'people', jsonb_agg(DISTINCT person_id))::text) FROM touched)`;
}
