import { SEED_DEFINITIONS } from '@countersign/definitions';
import { flatten, isStarting, linkFindings, verify, type Definition } from '@countersign/domain';
import { EnginePlayer, shipped } from './golden/engine-player';
import { expectedOf, wordRow, type Golden, type Row } from './golden/golden';
import { SHEETS } from './processes';
import { mutantsOf, withoutReturn } from './processes/mutants';
import { goldenOf, linesOf, type Sheet, type Turn, type Way } from './processes/sheet';
import { expectedTimes, timesOf } from './processes/times';
import { GAPS, SOURCE_ROWS } from './processes/source-rows';

/** Of the first row that comes out otherwise, what was expected and what came; null where all come out. */
function difference(golden: Golden, definition: Definition): { at: string; expected: unknown; played: unknown } | null {
  const player = new EnginePlayer(golden, definition);
  for (const [index, row] of golden.rows.entries()) {
    const played = player.play(row);
    const expected = expectedOf(row);
    const among = 'taken' in row && row.taken ? row.taken : null;
    const same =
      among === null
        ? JSON.stringify(played) === JSON.stringify(expected)
        : 'events' in played && among.every((event) => played.events.includes(event));
    if (!same) return { at: `row ${index + 1}: ${wordRow(row)}`, expected, played };
  }
  return null;
}

/** What each step that starts another process starts, and with what: in the words of a sheet. */
function linksOf({ flow }: Definition): NonNullable<Sheet['links']> {
  const said = (source: object): string => {
    if ('field' in source) return String(source.field);
    return 'value' in source ? `=${String(source.value)}` : 'this';
  };
  const starting = flatten(flow).flatMap((step) => (isStarting(step) ? [step] : []));
  const gives = (map: object): Record<string, string> =>
    Object.fromEntries(Object.entries(map).map(([key, source]) => [key, said(source as object)]));
  return Object.fromEntries(starting.map(({ id, definition, map }) => [id, { process: definition, gives: gives(map) }]));
}

/** The rows of a way up to where a step waits. */
function upTo(golden: Golden, step: string): Row[] {
  const until = golden.rows.findIndex((row) => 'waits' in row && row.waits?.startsWith(`${step}:`));
  if (until < 0) throw new Error(`Expected “${golden.name}” to come to ${step}, but it does not`);
  return golden.rows.slice(0, until + 1);
}

/** Time passes, moment by moment, until a step has waited long enough: who is told, and where the request waits then. */
function waitedOut(player: EnginePlayer): string {
  for (;;) {
    const played = player.play({ passes: 'grace', events: [], waits: '' });
    if (!('events' in played)) throw new Error('Expected time to be taken, but it was refused');
    if (played.events.some((event) => event.startsWith('pause.over')))
      return [...played.events.filter((event) => event.startsWith('copy.sent')), played.waits].join('; ');
  }
}

function takeTurn(sheet: Sheet, turn: Turn, definition = shipped(sheet.definition)): string {
  const way = sheet.ways[turn.way];
  if (!way) throw new Error(`Expected a way ${turn.way} of ${sheet.definition}, but there is none`);
  const golden = goldenOf(sheet, way, definition);
  const player = new EnginePlayer(golden, definition);
  for (const row of upTo(golden, turn.at)) player.play(row);
  if (turn.does === 'time') return waitedOut(player);
  const decider = linesOf(way).find(({ step }) => step === turn.at)?.people[0] ?? '';
  const played = player.play({
    by: turn.by ?? decider,
    does: turn.does,
    comment: '请调整',
    ...(turn.to ? { to: turn.to, resume: 'walk-again' } : {}),
    ...(turn.fields ? { fields: turn.fields } : {}),
  });
  if ('refused' in played) return `refused ${played.refused}`;
  return 'waits' in played ? played.waits : '';
}

/** Whose people a line of a way asks. */
function askedOn({ word, step, people }: ReturnType<typeof linesOf>[number]): string[] {
  if (word === 'lists') return people;
  return word === 'at' || word === 'sign' || word === 'list' ? [step] : [];
}

/**
 * Where each step on a way may send back to, and where its way says that it may: to the requester and to everybody who was asked before (X01), where
 * something may have been carried out to the one before alone (X42).
 */
function backFrom(sheet: Sheet, way: Way): { step: string; told: string[]; may: string[] }[] {
  const lines = linesOf(way);
  const golden = goldenOf(sheet, way, shipped(sheet.definition));
  const player = new EnginePlayer(golden);
  const found: ReturnType<typeof backFrom> = [];
  for (const row of golden.rows) {
    if ('does' in row && row.does === 'approve')
      for (const { command, step, refusal, targets = [] } of player.allowed(row.by)) {
        if (command !== 'return' || step === null || refusal !== null) continue;
        const before = lines.slice(
          0,
          lines.findIndex((line) => line.step === step),
        );
        const asked = [...new Set(before.flatMap(askedOn))];
        const narrow = sheet.narrow?.includes(step) || asked.some((each) => sheet.stays?.includes(each));
        const told = narrow ? asked.slice(-1) : ['requester', ...asked];
        found.push({ step, told: [...told].sort(), may: targets.map(({ at }) => at).sort() });
      }
    player.play(row);
  }
  return found;
}

describe.each(SHEETS.map((sheet) => [sheet.definition, sheet] as const))('%s, as its source tells it', (key, sheet) => {
  const definition = shipped(key);

  it('rests on rows and gaps that are known', () => {
    for (const row of sheet.rows) expect(SOURCE_ROWS[row].length).toBeGreaterThan(20);
    for (const gap of sheet.gaps) expect(GAPS[gap].length).toBeGreaterThan(20);
    expect(sheet.rows.length).toBeGreaterThan(0);
  });

  it('starts what its source names, with what it holds', () => {
    expect(linksOf(definition)).toEqual(sheet.links ?? {});
    expect((definition.children ?? []).map((offered) => offered.definition)).toEqual(sheet.offers ?? []);
  });

  it('is due as its source says, and as is usual where it says nothing (G03)', () => {
    expect(timesOf(definition)).toEqual(expectedTimes(definition, sheet.times ?? {}));
  });

  it('is published without a finding', () => {
    expect(verify(definition)).toEqual([]);
  });

  it.each(sheet.ways.map((way) => [way.name, way] as const))('%s', (_, way) => {
    expect(difference(goldenOf(sheet, way, definition), definition)).toBeNull();
  });

  for (const turn of sheet.turns)
    it(turn.name, () => {
      expect(takeTurn(sheet, turn)).toBe(turn.then);
    });

  it('feeds back from every step to each before it (X01), and to none before what was carried out (X42)', () => {
    const otherwise = sheet.ways.flatMap((way) => backFrom(sheet, way)).filter(({ told, may }) => told.join() !== may.join());
    expect(otherwise).toEqual([]);
  });

  it('would not pass without any of the returns that its turns take', () => {
    const taken = sheet.turns.filter(({ does, then }) => does === 'return' && !then.startsWith('refused'));
    const unseen = taken.filter((turn) => takeTurn(sheet, turn, withoutReturn(definition, turn.at, turn.to ?? '')) === turn.then);
    expect(unseen.map(({ name }) => name)).toEqual([]);
  });

  it('is started by whom the source names, and by nobody else', () => {
    const [way] = sheet.ways;
    const submit = (by: string): string => {
      const golden: Golden = { name: `${key} by ${by}`, definition: key, ...(way?.plan && { plan: way.plan }), rows: [] };
      const played = new EnginePlayer(golden).play({ by, does: 'submit', ...(way ? { form: way.form } : {}) });
      return 'refused' in played ? played.refused : 'started';
    };
    expect(Object.fromEntries(sheet.starts.yes.map((by) => [by, submit(by)]))).toEqual(
      Object.fromEntries(sheet.starts.yes.map((by) => [by, 'started'])),
    );
    expect(Object.fromEntries(sheet.starts.no.map((by) => [by, submit(by)]))).toEqual(
      Object.fromEntries(sheet.starts.no.map((by) => [by, 'may-not-start'])),
    );
  });

  it('would not pass with any one step, condition, role or day otherwise', () => {
    const tables = sheet.ways.map((way) => goldenOf(sheet, way, definition));
    const waited = sheet.turns.filter(({ does }) => does === 'time');
    const told = [linksOf, timesOf].map((of) => ({ of, as: JSON.stringify(of(definition)) }));
    /** A definition that does not hold together is a fault that was seen. */
    const seen = (look: () => boolean): boolean => {
      try {
        return look();
      } catch {
        return true;
      }
    };
    const survives = (mutant: Definition): boolean => {
      if (seen(() => told.some(({ of, as }) => JSON.stringify(of(mutant)) !== as))) return false;
      const at = tables.findIndex((table) => seen(() => difference(table, mutant) !== null));
      // What tells one fault of a step tells most of the others: it is played first.
      tables.unshift(...tables.splice(at < 0 ? 0 : at, 1));
      return at < 0 && !waited.some((turn) => seen(() => takeTurn(sheet, turn, mutant) !== turn.then));
    };
    const mutants = [...mutantsOf(definition)];
    expect(mutants.length).toBeGreaterThan(8);
    expect(mutants.filter((mutant) => survives(mutant.definition)).map(({ name }) => name)).toEqual([]);
  });
});

it('every process beyond the first two has its sheet', () => {
  const own = ['expense-reimbursement', 'research-plan-approval'];
  const keys = SEED_DEFINITIONS.map(({ key }) => key).filter((key) => !own.includes(key));
  expect(SHEETS.map((sheet) => sheet.definition).sort()).toEqual([...keys].sort());
});

it.each(SEED_DEFINITIONS.map((definition) => [definition.key, definition] as const))(
  '%s fits what it starts, and never starts itself',
  (_, definition) => {
    expect(linkFindings(definition, new Map(SEED_DEFINITIONS.map((each) => [each.key, each])))).toEqual([]);
  },
);

const WRITTEN_OUT = {
  'expense-reimbursement': { payment: '3 days', filing: '5 days', 'recall-payment': '5 days', 'voucher-reversal': '5 days' },
  'research-plan-approval': Object.fromEntries(
    ['market-review', 'major-review', 'financial-opinion', 'market-sign-off', 'gm-approval', 'business-approval', 'market-approval'].map(
      (step) => [step, 'decideBy'],
    ),
  ),
} as const;

it.each(Object.entries(WRITTEN_OUT))('%s is due as it says, and as is usual where it says nothing (G03)', (key, told) => {
  expect(timesOf(shipped(key))).toEqual(expectedTimes(shipped(key), told));
});

it('a plan leads on to the project where it is a major one, else to market research', () => {
  expect(linksOf(shipped('research-plan-approval'))).toEqual({
    'start-research-project': { process: 'research-project-initiation', gives: { topic: 'topic', source: 'this', mainContent: 'purpose' } },
    'start-market-research': { process: 'market-research-execution', gives: { topic: 'topic', source: 'this', application: 'plan' } },
  });
});
