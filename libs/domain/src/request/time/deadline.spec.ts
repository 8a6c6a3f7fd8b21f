import type { Play } from '../../rehearsal/play.fixture';
import { at } from '../../rehearsal/staffed.fixture';
import { deadlines, nextDeadline } from './deadline';
import { timerCommand } from '../system-commands';

describe('deadlines of a request', () => {
  it('are none while it runs, and the end of its grace time once it is finished', () => {
    expect(deadlines(at('pay').request.state)).toEqual([]);
    const { request } = at('approved');
    const { closesAt } = request.state.context;
    expect(deadlines(request.state)).toEqual([{ step: null, kind: 'grace', at: closesAt }]);
    expect(nextDeadline(request.state)?.at).toBe(closesAt);
  });

  it('are none while it is stopped: nothing happens by itself', () => {
    const play = at('approved');
    play.block('boom');
    expect(deadlines(play.request.state)).toEqual([]);
  });

  it('are each met by a command that says which one it is, and by no other', () => {
    const play = at('approved');
    play.seconds += 60;
    const meant = (step: string | null): ReturnType<Play['ask']> =>
      play.ask(play.asked(timerCommand(play.request, { step, kind: 'grace' })));
    expect(meant('pay')).toMatchObject({ code: 'invalid-state' });
    expect(play.timer()).toBeNull();
    expect(play.request.state.value).toBe('closed');
  });
});
