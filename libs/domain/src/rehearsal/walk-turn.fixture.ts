import { commandFrom } from '../operations/command-from';
import type { CommandBody } from '../request/command';
import type { Asked } from './company-moves.fixture';
import { changedCompany, directoryOf } from './company.fixture';
import { loadedDice } from './loaded-dice.fixture';
import { must } from './must.fixture';
import type { Past } from './oracle-past.fixture';
import { ownActOf, type SeveralAct } from './several-moves.fixture';
import { wordsOf } from './story.fixture';
import { bodyOf, type Move } from './walk-moves.fixture';
import { pastOf } from './walk-past.fixture';
import type { Scene } from './walk-scene.fixture';

/** The house looks again whom a request concerns. */
export function review(scene: Scene): void {
  const { play } = scene;
  const body: CommandBody = { type: 'directory.changed', requestId: 'request-1', actor: 'system', cause: { change: 'import', by: null } };
  const before = play.before('system');
  const command = commandFrom(play.process, body, `review-${play.request.n}`, before);
  const due = scene.outside.due();
  const refused = scene.place === 'stopped' ? null : play.ask({ command, body: null, before });
  if (refused === null && scene.place !== 'stopped') heard(scene, { by: 'system', company: scene.company, what: 'directory', due });
  scene.told.push(`  everybody is looked for again${refused ? ': nothing changes' : ''}`);
  scene.stale = scene.place === 'stopped';
}

function took(scene: Scene, act: CommandBody['type'], body: CommandBody, each: Move): void {
  heard(scene, scene.several ? null : pastOf(act as Asked, body, scene, each));
}

/** What has happened, as the oracle hears of it: null where there is none. */
function heard(scene: Scene, past: Past | null): void {
  if (past !== null && !scene.several) scene.past.push(past);
  scene.book.follow(scene.play.events);
  scene.outside.follow();
  scene.clocks.follow(scene.play, scene.company.hours);
}

/** Now and then time goes on and on, and nobody does what is late. */
function timePasses(scene: Scene, each: Move): void {
  for (let left = each.who % 7; left >= 0 && fromOutside(scene, each); left -= 1);
}

/** A moment comes, another system answers, another request says what has come of it; answers whether something was late. */
function fromOutside(scene: Scene, { to, amount }: Move): boolean {
  const { play, company: now } = scene;
  const came = scene.outside.comes(to, amount);
  play.directory = directoryOf(now, scene.now);
  scene.told.push(`  ${came?.said ?? 'nothing comes'}`);
  if (!came?.past) return false;
  heard(scene, { by: 'system', company: now, ...came.past } as Past);
  return came.past.what === 'late';
}

/** One move: somebody does something, something comes from outside, or the company changes. */
export function turn(scene: Scene, each: Move): void {
  const acts = scene.apt[scene.place];
  const drawn = acts[each.pick % acts.length] as SeveralAct;
  const asked = scene.several ? scene.actual.asked : [];
  const act = ownActOf(scene.play.process.steps[asked[each.who % Math.max(asked.length, 1)]?.step ?? ''], each) ?? drawn;
  if (act === 'company') {
    const { company: next, said } = changedCompany(scene.company, loadedDice(each.rolls));
    scene.company = next;
    scene.play.directory = directoryOf(next, scene.now);
    scene.stale = true;
    scene.changedAt = scene.past.length;
    scene.told.push(`  ${said}`);
    if (each.who % 4 > 0) review(scene);
  } else if (act === 'review') review(scene);
  else if (act === 'outside') timePasses(scene, each);
  else if (act === 'stop') {
    scene.play.block('a guard threw');
    if (!scene.several) scene.past.push({ by: 'system', company: scene.company, what: 'stop' });
    scene.book.follow(scene.play.events);
    scene.clocks.follow(scene.play, scene.company.hours);
    scene.told.push('  the request is stopped');
  } else {
    const body = bodyOf(act, scene, each);
    const { request } = scene.play;
    const refused = scene.play.do(act, body.actor, body);
    scene.asked = { body, refused };
    if (refused !== null) scene.refusals.add(refused.code);
    scene.told.push(`  ${wordsOf(act, body, refused)}`);
    if (refused === null) {
      const { length } = scene.past;
      took(scene, act, body, each);
      // Whoever is asked again is so by the company of then: it is looked at once more.
      if (
        act === 'undo' &&
        (scene.several || Math.max(length, scene.changedAt + 1) > (scene.past.at(-1) as Extract<Past, { what: 'undo' }>).of)
      )
        review(scene);
    } else must('a refused command to change nothing', scene.play.request === request);
  }
}
