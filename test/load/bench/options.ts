import { parseArgs } from 'node:util';

export interface BenchOptions {
  rounds: number;
  seconds: number;
  inFlight: number;
  coldDecisions: number;
  /** Length of the round before the first that counts. */
  warmUp: number;
  /** The warm-up is prepared for as many decisions per second as this; later rounds for a little more than the one before gave. */
  atMostPerSecond: number;
  /** Instead of the rounds beside the bare update: decisions of other kinds, and with this many open requests (0: not asked). */
  further: boolean;
  crowd: number;
  json: boolean;
}

/** Reads the command line: `--rounds 5 --seconds 30 --warm-up 60 --in-flight 16 --cold 1000 --json`, or `--further --crowd 10000`. Throws on what is no number. */
export function benchOptions(argv: string[]): BenchOptions {
  const { values } = parseArgs({
    args: argv,
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '30' },
      'warm-up': { type: 'string', default: '60' },
      'in-flight': { type: 'string', default: '16' },
      cold: { type: 'string', default: '1000' },
      'at-most': { type: 'string', default: '120' },
      further: { type: 'boolean', default: false },
      crowd: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
    },
  });
  const number = (text: string | undefined, name: string, least = 1): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least)
      throw new Error(`Expected --${name} to be a whole number of at least ${least}, but got “${text}”`);
    return value;
  };
  return {
    rounds: number(values.rounds, 'rounds'),
    seconds: number(values.seconds, 'seconds'),
    warmUp: number(values['warm-up'], 'warm-up'),
    inFlight: number(values['in-flight'], 'in-flight'),
    coldDecisions: number(values.cold, 'cold'),
    atMostPerSecond: number(values['at-most'], 'at-most'),
    further: values.further ?? false,
    crowd: number(values.crowd, 'crowd', 0),
    json: values.json ?? false,
  };
}
