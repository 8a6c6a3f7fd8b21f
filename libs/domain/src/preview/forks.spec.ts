import { act, begun, done, three, together } from '../rehearsal/lanes.fixture';
import type { Play } from '../rehearsal/play.fixture';
import { forksOf } from './forks';

describe('how far lanes have come', () => {
  const states = (play: Play) => forksOf(play.process.definition.flow, play.context).map(({ lanes }) => lanes.map(({ state }) => state));

  it('is told of each: ahead, under way, passed, no more needed, at a no', () => {
    const play = begun(three({ join: 2, whenStarved: 'pass' }, { onReject: 'lane' }));
    expect(states(play)).toEqual([['running', 'running', 'running']]);
    act(play, 'reject', 'a');
    done(play, 'b');
    expect(states(play)).toEqual([['rejected', 'passed', 'running']]);
    done(play, 'c');
    expect(states(play)).toEqual([['rejected', 'passed', 'passed']]);
    expect(states(begun(together()))).toEqual([['ahead', 'ahead']]);
    const any = begun(three({ join: 'any' }));
    done(any, 'b');
    expect(states(any)).toEqual([['closed', 'passed', 'closed']]);
  });

  it('says by which rule they meet, in both languages', () => {
    const rule = (more: object) => forksOf(three(more).flow, begun(three(more)).context)[0]?.rule.en;
    expect([rule({}), rule({ join: 'any' }), rule({ join: 2 })]).toEqual([
      'Side by side; all have to pass',
      'Side by side; any one is enough',
      'Side by side; 2 have to pass',
    ]);
  });
});
