/** Names that every object answers to without anybody having written them. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether a name would be found on every object (`constructor`, `toString`, `__proto__`): no key of data may be called so. Pure. */
export function isInheritedName(name: string): boolean {
  return INHERITED.has(name);
}

/** What somebody wrote at a path, in objects and arrays; undefined where nothing was written. Pure. */
export function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((place, key) => (isObject(place) ? ownValue(place, String(key)) : undefined), json);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What somebody wrote under a key; never what every object inherits. Pure. Undefined where nothing was written, or there is nothing to look in. */
export function ownValue<T>(record: Readonly<Record<string, T>> | null | undefined, key: string): T | undefined {
  // eslint-disable-next-line import-law/own-values -- the one place that may
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
