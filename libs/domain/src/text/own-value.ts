/** Names that every object answers to without anybody having written them. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether a name would be found on every object (`constructor`, `toString`, `__proto__`): no key of data may be called so. Pure. */
export function isInheritedName(name: string): boolean {
  return INHERITED.has(name);
}

/** What somebody wrote under a key; never what every object inherits. Pure. Undefined where nothing was written. */
export function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
