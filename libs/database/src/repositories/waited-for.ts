/** SQL array: everybody whom a request waits for, or one of its steps, each once, in the order of their seats. */
export const waitedFor = (request: string, step?: string): string =>
  `ARRAY(SELECT k.person_id FROM task k WHERE k.request_id = ${request}${step === undefined ? '' : ` AND k.step = ${step}`} AND k.status = 'open'
      GROUP BY k.person_id ORDER BY min(k.seat), k.person_id)`;
