import { askedItems } from '../../conditions/asked-items';
import type { Assignee } from '../../definition/assignee.schema';
import { groupsOf } from '../../definition/flow';
import { kindOf, type HumanStep } from '../../definition/step.schema';
import type { Item } from '../../definition/steps/item.schema';
import { canonicalJson } from '../../digest/canonical-json';
import { isAbout, shownNow } from '../../form/shown/shown-now';
import { canBeSigned, isSettled, standingItems } from '../../request/items/items';
import { isOwnMatter } from '../../request/links/own-request';
import { recordOf } from '../../request/standing';
import { ownValue } from '../../text/own-value';
import type { Derivation } from '../derivation';
import type { ResolutionCase } from '../resolution-case';

type Tried = Derivation['rules'][number];

/** The people of a step that is done item by item, and how they were found. */
export interface ItemPeople {
  tried: Tried[];
  people: string[];
  /** By item: whose it is, by who signs, as places in `people`. */
  items: Record<string, number[][]>;
  waivers: string[];
  /** Items that nobody could do, or that want more people than there are. */
  stuck: 'nobody' | 'too-few' | null;
}

/** Tries rules in order until one leaves somebody. */
export type TryRules = (rules: readonly Assignee[]) => Tried[];

const chosenIn = (tried: readonly Tried[]): string[] => [...new Set(tried.flatMap(({ chosen }) => chosen))];

/** Each rule is tried once, however many items name it. */
class RulesTried {
  private readonly known = new Map<string, Tried[]>();

  constructor(
    private readonly find: TryRules,
    private readonly behind: readonly Assignee[],
  ) {}

  people(rule: Assignee): string[] {
    const name = canonicalJson(rule);
    const tried = this.known.get(name) ?? this.find([rule, ...this.behind]);
    this.known.set(name, tried);
    return chosenIn(tried);
  }

  get all(): Tried[] {
    return [...this.known.values()].flat();
  }
}

/** The people who sign an item: its owner's, and those of each one besides. */
function signersOf(item: Item, own: readonly Assignee[], tried: RulesTried): string[][] {
  return [...(item.owner ? [item.owner] : own), ...item.with].map((rule) => tried.people(rule));
}

/**
 * Finds whose the items of a step are. Pure. Rules that find nobody give way to the step's `fallback`, and those to whom an operator has named.
 * Of what is settled nobody has to be found any more.
 */
export function resolveItems(around: ResolutionCase, step: HumanStep, named: readonly Assignee[], find: TryRules): ItemPeople {
  const { context, process } = around;
  const [whole] = groupsOf(step);
  const tried = new RulesTried(find, [...(whole?.fallback ?? []), ...named]);
  const own = whole ? [whole.assignee] : [];
  const record = recordOf(context, step.id);
  const now = shownNow(process, step.id, context, record);
  // What was said about something else is asked again.
  const standing = standingItems(record?.items?.of ?? {}, (word) => isAbout(word, now));
  const signers = (askedItems(step, context) ?? []).map((item) => {
    const stands = ownValue(standing, item.id);
    return { item, groups: signersOf(item, own, tried), settled: stands !== undefined && isSettled(stands) };
  });
  const people = [...new Set(signers.flatMap(({ groups }) => groups.flat()))];
  const place = new Map(people.map((person, index) => [person, index]));
  const items = signers.map(({ item, groups }) => [item.id, groups.map((group) => group.map((person) => place.get(person) ?? 0))] as const);
  const open = signers.filter(({ settled }) => !settled).map(({ item }) => item.id);
  const wanted = items.flatMap(([id, groups]) => (open.includes(id) ? [groups] : []));
  const waive = kindOf(step).list?.(step).waive;
  const waiving = waive ? find([waive]) : [];
  return {
    tried: [...tried.all, ...waiving],
    people,
    items: Object.fromEntries(items),
    // Nobody waives what they have asked for themselves, or benefit from.
    waivers: chosenIn(waiving).filter((person) => !isOwnMatter(person, context)),
    stuck: wanted.some((groups) => groups.some((group) => group.length === 0))
      ? 'nobody'
      : wanted.every((groups) => canBeSigned(groups))
        ? null
        : 'too-few',
  };
}
