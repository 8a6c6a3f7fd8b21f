import { recordOf } from '../request/standing';
import { act, begun, open, three } from './lanes.fixture';
import { fold, type Play } from './play.fixture';
import { told } from './staffed.fixture';

const laneStatus = (play: Play, ...lanes: string[]) => lanes.map((each) => recordOf(play.context, each)?.status ?? '-');
const folds = (play: Play) => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);

describe('a no in a lane', () => {
  it('ends its lane as a yes would where it says so, and what follows sees to it', () => {
    const play = begun(three({ join: 'any' }, { onReject: 'pass' }));
    act(play, 'reject', 'b');
    expect([open(play), play.context.outcome]).toEqual([['last'], null]);
    expect(told(play.events)).toEqual(expect.arrayContaining(['lane.rejected three', 'lanes.settled three']));
    expect(laneStatus(play, 'three/0', 'three/1', 'three/2')).toEqual(['closed', 'passed', 'closed']);
    expect(play.do('undo', 'b-er')).toBeNull();
    expect(open(play)).toEqual(['a', 'b', 'c']);
    const all = begun(three({}, { onReject: 'pass' }));
    for (const id of ['a', 'b', 'c']) act(all, 'reject', id);
    expect([open(all), all.context.outcome]).toEqual([['last'], null]);
    folds(play);
    folds(all);
  });
});
