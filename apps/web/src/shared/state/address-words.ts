import { isDay, parseAmount, toMinor } from '@countersign/domain';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Words that stand in an address, as somebody may have typed them; blank ones are none. Pure. */
export const wordsIn = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

/** One of a list, or nothing. Pure. */
export const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined => list.find((item) => item === value);

/** The id of a person, unit or request, or nothing. Pure. */
export const idIn = (value: unknown): string | undefined => (typeof value === 'string' && UUID.test(value) ? value : undefined);

/** An amount as people write it: `10000`, `12,300.5`, `1.2万`; anything else is none. Pure. */
export function amountIn(value: unknown): string | undefined {
  const text = wordsIn(value);
  return text !== undefined && parseAmount(text, 'CNY').ok ? text.trim() : undefined;
}

/** Whether no amount is at least the one and at most the other. Pure. */
export function amountsCross(from: string | undefined, to: string | undefined): boolean {
  const [least, most] = [from, to].map((text) => (text === undefined ? null : parseAmount(text, 'CNY')));
  if (!least?.ok || !most?.ok) return false;
  const [low, high] = [toMinor(least.decimal, 'CNY'), toMinor(most.decimal, 'CNY')];
  return typeof low === 'bigint' && typeof high === 'bigint' && low > high;
}

/** A day of the calendar, YYYY-MM-DD, or nothing. Pure. */
export const dayIn = (value: unknown): string | undefined => (typeof value === 'string' && isDay(value) ? value : undefined);

/** Those of the names that are set, with what they are set to. Pure. */
export function setAmong<Filters extends object>(names: readonly (keyof Filters)[], search: Filters): Partial<Filters> {
  return Object.fromEntries(names.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]]))) as Partial<Filters>;
}

/** Whether two searches say the same under all of the names. Pure. */
export const sameAmong = <Filters extends object>(names: readonly (keyof Filters)[], one: Filters, other: Filters): boolean =>
  names.every((name) => one[name] === other[name]);
