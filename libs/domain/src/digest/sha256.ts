import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { canonicalJson } from './canonical-json';

/** SHA-256 of a text's UTF-8 bytes, as 64 hex digits. Pure. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 (hex) of a JSON value's canonical form. Pure. Throws on what JSON cannot carry. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
