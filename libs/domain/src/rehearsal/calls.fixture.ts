import type { Definition } from '../definition/definition.schema';
import type { CallFailure } from '../operations/call-ended.operation';
import { recordOf } from '../request/standing';
import { checker, done, flowOf, open, peopled, titled } from './lanes.fixture';
import { fold, type Play } from './play.fixture';
import { formOf } from './staffed.fixture';

/** A step that asks something of another system. */
export const calls = (more: object = {}) => ({
  id: 'post',
  title: titled('Post'),
  kind: 'call',
  to: 'ledger',
  path: '/entries',
  body: { why: { field: 'reason' }, total: { field: 'amount' }, kind: { value: 'expense' }, id: { request: true } },
  ...more,
});
/** May go back, either way. */
export const back = { returns: { to: ['requester', 'first'], resume: 'choose' } };
/** `first`, the call, `last`. */
export const through = (more: object = {}) => flowOf([checker('first'), calls(more), checker('last', back)]);
export const recordOn = (play: Play) => recordOf(play.context, 'post');
export const statusOf = (play: Play) => recordOn(play)?.status;
export const sent = (play: Play) => play.effects.flatMap((effect) => (effect.type === 'call' ? [effect] : []));
export const refolds = (play: Play) => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);

/** Submitted and past `first`. */
export function asked(definition: Definition = through()): Play {
  const play = peopled(definition);
  play.verdicts['post'] = { kind: 'blocked', owners: ['op'], reason: 'call-failed' };
  play.actors = { op: { rights: ['requests.operate'] } };
  play.do('submit', 'ann', { form: formOf(1200) });
  if (open(play).includes('first')) done(play, 'first');
  return play;
}

/** The other system says what has come of it. */
export function hears(play: Play, failed: CallFailure | null = null, call = recordOn(play)?.call?.id ?? '') {
  const status = failed === null ? 200 : failed === 'refused' ? 422 : null;
  return play.news({ type: 'call.ended', called: { step: 'post', call, failed, status } });
}
