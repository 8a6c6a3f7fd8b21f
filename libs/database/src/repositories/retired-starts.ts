/** Why a start has failed whose process went out of use before it was begun: nobody has to see to it. */
export const PROCESS_RETIRED = 'process-retired';

/** Why a start has failed whose row of a register asks for nothing any more: it is gone, taken up, or past. */
export const OFF_REGISTER = 'off-register';

/** Of a process that is not in use nothing waits to be started: it has failed, and why is said; what was submitted already is told so. */
export const LET_GO_STARTS = `
  UPDATE recurring_start s SET state = CASE WHEN f.submitted THEN 'started' ELSE 'failed' END, fault = CASE WHEN NOT f.submitted THEN '${PROCESS_RETIRED}' END,
    told = true, changed_at = clock_timestamp()
  FROM (SELECT w.request_id, EXISTS (SELECT 1 FROM request r WHERE r.id = w.request_id AND r.n > 0) AS submitted FROM recurring_start w
    JOIN recurring_process p ON p.company_id = w.company_id AND p.definition_key = w.definition_key AND NOT p.in_use WHERE w.state = 'waiting') f
  WHERE s.request_id = f.request_id AND s.state = 'waiting'`;
