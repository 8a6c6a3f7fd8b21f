export const REQUEST_HEAD = `
CREATE OR REPLACE FUNCTION request_head(r request, d definition, c company) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_build_object('id', r.id, 'companyId', r.company_id, 'timeZone', c.time_zone, 'definition', json_build_object('id', d.id, 'key', d.key, 'version', d.version, 'hash', d.hash),
    'requesterId', r.requester_id, 'number', r.number, 'status', r.status, 'n', r.n, 'hash', r.hash, 'chainHash', r.chain_hash,
    'state', r.state, 'form', r.form, 'round', r.round, 'diverged', r.diverged, 'discussion', r.discussion, 'savedWith', r.saved_with) $$`;
