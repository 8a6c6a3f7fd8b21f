import { allowed } from '../engine/allowed';
import { atList, pictures, tick } from './checklist.fixture';
import type { Play } from './play.fixture';

const photos = { photos: pictures('screen', 'slip') };

describe('what is offered on a checklist', () => {
  const offered = (play: Play, person: string) => {
    const { now, today, requesterUnitPath } = play.facts(person);
    return allowed(play.process, play.request.state, play.actor(person), { now, today, requesterUnitPath });
  };

  it('is what stands in the way of each item', () => {
    const play = atList();
    const [ticks] = offered(play, 'bo').filter(({ command }) => command === 'tick');
    expect(ticks?.items?.map(({ item, refusal }) => [item, refusal?.code])).toEqual([
      ['cables', 'item-not-yours'],
      ['till', 'item-waits'],
      ['goods', 'item-not-yours'],
      ['sign', 'item-not-yours'],
      ['flowers', 'item-not-yours'],
    ]);
    expect(offered(play, 'mo').map(({ command }) => command)).toEqual(['waive']);
    expect(offered(play, 'bo').map(({ command }) => command)).not.toContain('approve');
  });

  it('is the taking back of what one did, even when nothing else is left to do', () => {
    const play = atList();
    tick(play, 'ann', 'cables');
    tick(play, 'bo', 'till', photos);
    const [back] = offered(play, 'bo').filter(({ command }) => command === 'untick');
    expect(back?.items).toContainEqual({ item: 'till', refusal: null });
  });
});
