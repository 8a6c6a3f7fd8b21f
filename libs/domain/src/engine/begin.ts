import type { Definition } from '../definition/definition.schema';
import { hashOf } from '../digest/sha256';
import type { RequestContext, RequestState } from '../request/request-state';
import type { EngineRequest } from '../request/transition';

/** SHA-256 (hex) of a state's canonical JSON: what workflow and database must agree on. Pure. */
export function stateHash(state: RequestState): string {
  return hashOf(state);
}

function blank(requestId: string): RequestContext {
  return {
    requestId,
    requester: null,
    beneficiary: null,
    params: {},
    fields: {},
    choices: {},
    round: 0,
    firstSubmittedAt: null,
    firstSubmittedOn: null,
    formDigest: '',
    written: {},
    material: {},
    walked: {},
    steps: {},
    carriedOut: [],
    returns: 0,
    returned: null,
    undo: [],
    outcome: null,
    finishedAt: null,
    closesAt: null,
    poisoned: null,
  };
}

/** A request before anything happened: n = 0, without a form. Pure. The form travels in `submit`. */
export function begin(definition: Pick<Definition, 'key' | 'version'>, requestId: string): EngineRequest {
  const state: RequestState = { key: definition.key, version: definition.version, value: 'draft', context: blank(requestId) };
  return { state, n: 0, hash: stateHash(state) };
}
