import { verify, type Definition } from '@countersign/domain';
import { Api } from './replay-log/api';
import { chosenCases } from './replay-log/log/cases';
import { peopleNamed, readMapping } from './replay-log/mapping/mapping';
import { readOptions, type Options } from './replay-log/options';
import { People } from './replay-log/people';
import { childrenOf, findDefinition, findMapping, importDirectory, publishDefinition, requireLog } from './replay-log/prepare';
import { replayAll } from './replay-log/replay';
import { Tally, type Warning } from './replay-log/report';
import { RequestClient } from './replay-log/request-client';
import { throwAwayPlace, type Place } from './replay-log/throw-away';
import { uncheckedBy } from './replay-log/mapping/unchecked';
import { readCases } from './replay-log/log/xes';

const started = performance.now();
const say = (line: string): void => console.error(`[${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s] ${line}`);

async function placeFor(options: Options): Promise<Place> {
  if (!options.url || !options.token) return throwAwayPlace(say);
  return { url: options.url, token: options.token, stop: () => Promise.resolve() };
}

function warningsOf(definition: Definition): Warning[] {
  const found = verify(definition).filter(({ severity }) => severity !== 'note');
  return found.map((finding) => ({ ...finding, definition: definition.key }));
}

async function main(options: Options): Promise<void> {
  requireLog(options.log);
  const definition = findDefinition(options.definition);
  const file = options.mapping ?? findMapping(definition);
  const mapping = readMapping(file, definition);
  const children = childrenOf(mapping, file);
  const told = [{ definition, mapping }, ...children];
  const findings = told.flatMap((each) => warningsOf(each.definition));
  for (const { code, path, message, definition: key } of findings) say(`definition ${key}: ${code} ${path}: ${message.en}`);
  const place = await placeFor(options);
  const api = new Api(place.url, options.concurrency * 2);
  try {
    say(`replaying on ${place.url}`);
    await importDirectory(api, place.token, { mapping, file });
    // What is started has to be there before what starts it.
    for (const each of [...children.map((child) => child.definition), definition])
      say(`definition ${each.key} version ${each.version}: ${await publishDefinition(api, place.token, each)}`);
    const named = told.flatMap((each) => peopleNamed(each.mapping));
    const people = await People.find(api, place.token, [...new Set(named)]);
    const tally = new Tally({ unchecked: told.flatMap((each) => uncheckedBy(each.mapping, each.definition)), findings });
    const requests = new RequestClient(api, (ms) => tally.decision(ms));
    const ticking = setInterval(() => say(tally.progress()), 5_000);
    try {
      await replayAll(
        chosenCases(readCases(options.log), mapping, options),
        { definition, mapping, people, requests, children },
        { ...options, tally },
      );
    } finally {
      clearInterval(ticking);
      await people.revokeAll();
    }
    console.log(tally.text());
    if (options.json) console.log(JSON.stringify(tally.summary()));
  } finally {
    api.close();
    await place.stop();
  }
}

Promise.resolve()
  .then(() => main(readOptions(process.argv.slice(2))))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
