import { sha1 } from '@noble/hashes/legacy';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils';

/** Namespaces of derived ids. They must never change: stored ids depend on them. */
const TASK_NAMESPACE = '0b6cf6b5-51b3-5d6c-9a56-7a6a7c0e6f01';
const CHILD_NAMESPACE = '0b6cf6b5-51b3-5d6c-9a56-7a6a7c0e6f03';
const SCHEDULED_NAMESPACE = '0b6cf6b5-51b3-5d6c-9a56-7a6a7c0e6f04';
const CALL_NAMESPACE = '0b6cf6b5-51b3-5d6c-9a56-7a6a7c0e6f05';
const COMMAND_NAMESPACE = '0b6cf6b5-51b3-5d6c-9a56-7a6a7c0e6f02';

/** Name-based UUID, version 5 (RFC 9562 §5.5). Pure. Throws when the namespace is no UUID. */
export function uuidv5(name: string, namespace: string): string {
  const hex = namespace.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new Error(`Expected to use a UUID as namespace, but got “${namespace}”`);
  const bytes = sha1(concatBytes(hexToBytes(hex), utf8ToBytes(name))).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = bytesToHex(bytes);
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-');
}

/** Id of one person's task: one per request, step, generation and seat. Pure. */
export function taskId(requestId: string, step: string, generation: number, seat: number): string {
  return uuidv5(`${requestId}/${step}/${generation}/${seat}`, TASK_NAMESPACE);
}

/** Id of a request that another one starts: the same step of the same walk starts the same one. Pure. */
export function childId(requestId: string, step: string, n: number, index: number): string {
  return uuidv5(`${requestId}/${step}/${n}/${index}`, CHILD_NAMESPACE);
}

/** Id of a request that starts by itself: the same process for the same unit, day and row of a register (empty: of none) starts the same one. Pure. */
export function scheduledId(
  companyId: string,
  definition: string,
  { unit, day, about }: { unit: string; day: string; about: string },
): string {
  return uuidv5([companyId, definition, unit, day, ...(about === '' ? [] : [about])].join('/'), SCHEDULED_NAMESPACE);
}

/** Id of what a step asks of another system: the same however often it is sent. Pure. */
export function callId(requestId: string, step: string, n: number): string {
  return uuidv5(`${requestId}/${step}/${n}`, CALL_NAMESPACE);
}

/** Id of a command: the same actor with the same key means the same press. Pure. */
export function commandId(actorId: string, key: string): string {
  return uuidv5(`${actorId}/${key}`, COMMAND_NAMESPACE);
}
