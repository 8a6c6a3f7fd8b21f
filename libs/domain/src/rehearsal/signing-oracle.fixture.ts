import { settleBy, type Counting } from '../definition/steps/counting';
import type { Holders, Signed } from './signing-past.fixture';
import { succeeded, type Place } from './signing-places.fixture';

/** How the step signs. */
export interface Signing {
  counting: Counting;
  inOrder: boolean;
  /** One word settles it, as on a step of one rule. */
  single: boolean;
}

/**
 * Who must sign now, from what happened alone. It keeps what operations.md says in its own words: a list of places with the places that each waits for,
 * looked at from the beginning every time.
 */
export class SigningOracle {
  at: 'first' | 'sign' | 'last' | 'stuck' | 'requester' | 'rejected' | 'approved' = 'first';
  private places: Place[] = [];
  private holders: Holders = [];
  private here: ReadonlySet<string> = new Set();
  private note = 'A1';
  private receipt = '';
  private firstSaw = '';
  private kept = false;
  private isNewest = false;
  /** Places with words that were given before too few people were left. */
  private left: Place[] = [];
  private firstStands = false;
  private signStands = false;
  /** Only what changed is asked again: by the first of the steps, and where they sign. */
  private compares = { first: false, sign: false };

  constructor(private readonly signing: Signing) {}

  static tell(signing: Signing, past: readonly Signed[]): { at: string; asked: string[] } {
    const oracle = new SigningOracle(signing);
    for (const each of past) {
      oracle.isNewest = each === past.at(-1);
      oracle.happens(each);
    }
    return { at: oracle.at, asked: oracle.asked() };
  }

  private asked(): string[] {
    if (this.at === 'first') return ['fi'];
    if (this.at === 'last') return ['la'];
    return this.at === 'sign'
      ? this.turns()
          .map(({ who }) => who)
          .sort()
      : [];
  }

  /** Places whose turn it is: nobody ahead of them has still to speak; those of the rule only while it is not met. */
  private turns(): Place[] {
    return this.places.filter(
      (place) => place.word === null && !this.isOver(place) && place.behind.every((other) => this.hasSpoken(other)),
    );
  }

  private isOver(place: Place): boolean {
    return place.by === null && this.come() === 'passed';
  }

  private hasSpoken(place: Place): boolean {
    return place.word !== null || this.isOver(place) || !this.places.includes(place);
  }

  /** What the rule's own words come to. */
  private come(): string {
    const own = this.places.filter(({ by }) => by === null);
    const words = own.map(({ word }) => word);
    if (this.signing.single) return words.includes('no') ? 'rejected' : words.includes('yes') ? 'passed' : 'open';
    return settleBy(
      own.map(({ who, group, word }) => ({ person: who, group, answer: word })),
      this.signing.counting,
    );
  }

  private happens(past: Signed): void {
    switch (past.what) {
      case 'holders':
        [this.holders, this.here] = [past.holders, past.here];
        return this.seatAgain();
      case 'again':
        return this.seatAgain();
      case 'resubmit':
        this.note = past.note;
        this.at = 'first';
        if (this.compares.first && this.firstSaw !== this.note) this.firstStands = false;
        this.compares.first = false;
        return this.firstStands ? this.enter() : undefined;
      case 'back':
        return this.goesBack(past);
      case 'add':
        return this.added(past);
      case 'remove':
        return this.removed(this.places.findLast((each) => each.by === past.by && each.word === null));
      case 'unadd':
        return this.removed(this.places.find(({ n }) => n === past.of));
      default:
        return this.said(past);
    }
  }

  private said({ by, step, group, what: word, receipt }: Extract<Signed, { what: 'yes' | 'no' | 'abstain' }>): void {
    if (step === 'first') {
      this.firstStands = true;
      this.firstSaw = this.note;
      this.receipt = receipt;
      return this.enter();
    }
    if (step === 'last') {
      this.at = word === 'no' ? 'rejected' : 'approved';
      return;
    }
    const place = this.placeOf(by, group);
    place.word = word;
    place.saw = this.shown;
    this.look();
  }

  /** Where somebody is asked: in a group of the rule, or (null) on a place that was added; `waits`: or will be. */
  private placeOf(who: string, group: number | null, waits = false): Place {
    const theirs = (each: Place): boolean => each.who === who && (each.by === null ? each.group : null) === group;
    const place = this.turns().find(theirs) ?? (waits ? this.places.find((each) => each.word === null && theirs(each)) : undefined);
    if (place === undefined) throw new Error(`Expected ${who} to be asked`);
    return place;
  }

  private look(): void {
    const added = this.places.filter(({ by }) => by !== null);
    const come = this.come();
    if (come === 'rejected' || added.some(({ word }) => word === 'no')) this.at = 'rejected';
    else if (come === 'stuck') this.impossible();
    else if (come === 'passed' && added.every(({ word }) => word !== null)) this.at = 'last';
    else this.at = 'sign';
  }

  /** The step is come to: those found are asked, and of those asked before whoever sent it straight back, with the words of the others. */
  private enter(): void {
    const { sign: compares } = this.compares;
    this.compares.sign = false;
    this.left = [];
    const stillAbout = ({ word, saw }: Place): boolean => word === null || !compares || saw === this.shown;
    if (this.signStands && this.places.every(stillAbout)) {
      this.at = 'last';
      return;
    }
    const several = !this.signing.single || this.places.some((each) => each.by !== null);
    const before = this.kept || (this.signStands && several) ? this.places : [];
    [this.kept, this.signStands] = [false, false];
    for (const place of before) if (!stillAbout(place)) place.word = null;
    this.seat(before);
    // With words that were kept it can be impossible where it would not be anew.
    if ((this.at as string) === 'stuck' && before.length > 0) this.seat([]);
  }

  /** What those who sign are shown. */
  private get shown(): string {
    return `${this.note} ${this.receipt}`;
  }

  private seatAgain(): void {
    if (this.at === 'sign') return this.seat(this.places);
    if (this.at !== 'stuck') return;
    this.seat(this.left);
    if ((this.at as string) === 'stuck') this.seat([]);
  }

  /** By the words themselves: they are no use to anybody. */
  private impossible(): void {
    this.seat(this.places);
    if (this.at === 'stuck') this.left = [];
  }

  private seat(before: readonly Place[]): void {
    const found = this.holders.flatMap((people, group) => people.filter((who) => this.here.has(who)).map((who) => ({ who, group })));
    const kept = before.filter(({ who, group, by }) =>
      by === null ? found.some((each) => each.who === who && each.group === group) : this.here.has(who),
    );
    const news = found.filter(({ who, group }) => !kept.some((each) => each.by === null && each.who === who && each.group === group));
    const order = before.map(({ behind }) => behind);
    this.places = succeeded(before, kept, news);
    if (this.signing.inOrder) this.lineUp();
    // Where it is come to, those who are found have to be able to pass it, whatever was said before.
    if ((this.at === 'sign' || this.canPass(false)) && this.canPass(true)) return this.look();
    // Nobody has taken anybody's place where the step is stuck.
    before.forEach((place, index) => (place.behind = order[index] ?? []));
    this.places = [];
    this.at = 'stuck';
    const signed = before.some(({ word, by }) => word !== null || by !== null);
    const several = !this.signing.single || before.some(({ by }) => by !== null);
    if (before.length > 0) this.left = signed && several ? [...before] : [];
  }

  /** Whether it can still be settled, were all to agree: with the words that were given, or had nobody spoken yet. */
  private canPass(withWords: boolean): boolean {
    const own = this.places.filter(({ by }) => by === null);
    if (this.signing.single) return own.length > 0;
    const best = settleBy(
      own.map(({ who, group, word }) => ({ person: who, group, answer: (withWords ? word : null) ?? 'yes' })),
      this.signing.counting,
    );
    return best === 'passed' || (withWords && best === 'rejected' && own.some(({ word }) => word === 'no'));
  }

  /** Each of the rule waits for those of the rule before it. */
  private lineUp(): void {
    const line = this.places.filter(({ by }) => by === null).sort((left, right) => left.group - right.group);
    for (const [index, place] of line.entries()) {
      const besides = place.behind.filter((other) => other.by !== null);
      place.behind = [...besides, ...line.slice(0, index)];
    }
  }

  private added({ by, where, whom, group, n }: Extract<Signed, { what: 'add' }>): void {
    // Once something before is taken back, others may be ahead of whoever has asked for it since.
    const own = this.placeOf(by, group, !this.isNewest);
    const place: Place = { who: whom, group: 0, by, n, behind: where === 'after' ? [own] : [], word: null, saw: '' };
    if (where === 'before') own.behind.push(place);
    else for (const other of this.places) if (other.word === null && other !== own && other.behind.includes(own)) other.behind.push(place);
    this.places.push(place);
    this.look();
  }

  private removed(place: Place | undefined): void {
    if (place === undefined) throw new Error('Expected somebody to have been added');
    this.places = this.places.filter((each) => each !== place);
    for (const other of this.places)
      if (other.behind.includes(place))
        other.behind = [...other.behind.filter((each) => each !== place), ...place.behind.filter((each) => each !== other)];
    this.look();
  }

  private goesBack({ from, to, resume }: Extract<Signed, { what: 'back' }>): void {
    const straight = resume !== 'walk-again';
    const several = !this.signing.single || this.places.some((each) => each.by !== null);
    this.kept = from === 'sign' && straight && several;
    this.signStands = from === 'last' && straight;
    this.compares = { first: resume === 'only-changed' && to === 'requester', sign: resume === 'only-changed' && to !== 'sign' };
    this.firstStands = to === 'sign' || (to === 'requester' && straight);
    this.left = [];
    if (to === 'sign') return this.seat([]);
    this.at = to === 'requester' ? 'requester' : 'first';
  }
}
