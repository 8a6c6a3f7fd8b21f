import type { components } from '../../shared/api/schema';

export type DemoPerson = components['schemas']['DemoPerson'];

export interface DemoGroup {
  title: DemoPerson['group'];
  people: DemoPerson[];
}

/** The people by what they have to do with, in the order in which they come. Pure. */
export function groupsOf(people: readonly DemoPerson[]): DemoGroup[] {
  const groups = new Map<string, DemoGroup>();
  for (const person of people) {
    const group = groups.get(person.group.en) ?? { title: person.group, people: [] };
    group.people.push(person);
    groups.set(person.group.en, group);
  }
  return [...groups.values()];
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Everybody with whom every word is found: in the name, the post, or what they can do, in either language; null while nothing is sought. Pure. */
export function peopleFound(people: readonly DemoPerson[], sought: string): DemoPerson[] | null {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  return people.filter(({ name, title, line, group }) => {
    const told = plain([name, title, line, group].flatMap((text) => (text ? [text.zh, text.en] : [])).join(' '));
    return words.every((word) => told.includes(word));
  });
}
