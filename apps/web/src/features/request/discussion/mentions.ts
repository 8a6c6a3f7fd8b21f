import type { PersonRef } from '../../../shared/api/wire';

/** A part of a comment; `person`: it speaks to somebody. */
export interface Part {
  text: string;
  person?: PersonRef;
}

type NameOf = (person: PersonRef) => string;

/** People whom a text speaks to by `@` and their name, the longer names first: `@王敏` is not `@王敏敏`. Pure. */
export function mentionedIn(text: string, people: readonly PersonRef[], nameOf: NameOf): PersonRef[] {
  return [...new Set(partsOf(text, people, nameOf).flatMap(({ person }) => person ?? []))];
}

/** A text with those parts told apart that speak to somebody. Pure. */
export function partsOf(text: string, people: readonly PersonRef[], nameOf: NameOf): Part[] {
  const byLength = [...people].sort((one, other) => nameOf(other).length - nameOf(one).length);
  const parts: Part[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const person = text[at] === '@' ? byLength.find((each) => text.startsWith(nameOf(each), at + 1)) : undefined;
    if (!person) {
      plain += text[at];
      at += 1;
      continue;
    }
    const said = `@${nameOf(person)}`;
    if (plain !== '') parts.push({ text: plain });
    parts.push({ text: said, person });
    plain = '';
    at += said.length;
  }
  return plain === '' ? parts : [...parts, { text: plain }];
}
