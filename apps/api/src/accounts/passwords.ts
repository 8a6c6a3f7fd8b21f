import { hash, verify } from '@node-rs/argon2';

/** argon2id as OWASP recommends it: 19 MiB, two passes. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const passwordHash = (password: string): Promise<string> => hash(password.normalize('NFKC'), OPTIONS);

let nobody: Promise<string> | null = null;

/** Takes as long for an account that does not exist, or has no password, as for one that does. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  nobody ??= passwordHash('nobody has this password');
  const right = await verify(stored ?? (await nobody), password.normalize('NFKC'));
  return right && stored !== null;
}
