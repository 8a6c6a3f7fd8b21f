import { HELD_REQUESTER } from '@countersign/domain';

/** What guards and resolvers must know beside the directory, at \`t.now\`: of request r, definition d, company c, and parameter p with the lookups. */
export const factsJson = ({ actor, overlay }: { actor: string; overlay: string }): string => `json_build_object(
    'now', iso_time(t.now),
    'today', (t.now AT TIME ZONE c.time_zone)::date,
    'directoryVersion', c.directory_version,
    'rights', coalesce((SELECT json_agg(right_name ORDER BY right_name) FROM person_right WHERE person_id = ${actor} AND company_id = r.company_id), '[]'),
    'params', coalesce((SELECT json_object_agg(name, value) FROM definition_parameter WHERE company_id = r.company_id AND key = d.key), '{}'),
    'claimed', CASE WHEN p->'lookups'->'claims' = '[]' THEN '{}'
      ELSE (SELECT claimed FROM claimed_elsewhere(r.company_id, r.id, r.form || ${overlay} || jsonb_build_object('${HELD_REQUESTER}', r.requester_id), p->'lookups'->'claims') AS claimed) END,
    'linked', CASE WHEN p->'lookups'->'linked' IS NOT NULL THEN linked_requests(r.company_id, r.form || ${overlay}, p->'lookups'->'linked') END,
    'earlier', CASE WHEN p->'lookups'->'earlier' IS NOT NULL THEN earlier_requests(r.id, r.requester_id, c.time_zone, r.form || ${overlay}, p->'lookups'->'earlier') END,
    'funds', CASE WHEN p->'lookups'->'funds' IS NOT NULL THEN funds_facts(r.company_id, (t.now AT TIME ZONE c.time_zone)::date, r.form || ${overlay}, p->'lookups'->'funds') END)`;
