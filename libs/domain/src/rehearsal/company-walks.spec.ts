import { notMet, Walk } from '../../../../test/support/seeded';
import type { TransitionEvent } from '../request/transition';
import { WORTH_MEETING } from './oracle-past.fixture';
import { walked } from './walking.fixture';

/** What a run of steps that several do must have met. */
const WORTH_MEETING_OF_SEVERAL: TransitionEvent['type'][] = [
  'item.ticked',
  'item.unticked',
  'item.waived',
  'rows.decided',
  'child.begun',
  'children.started',
  'call.answered',
  'call.late',
  'child.ended',
  'signer.beside',
  'request.reopened',
  'request.revoked',
  'request.suspended',
];

describe('whatever happens to a request and in its company', () => {
  it('asks exactly those whom the story so far says, and never leaves it where nobody can move it', () => {
    const met = walked(new Walk('company-walks'), false);
    expect(notMet([...WORTH_MEETING, 'loop.again', 'step.handed-on', 'step.escalated', 'too-many-rounds', 'call.late'], met)).toEqual([]);
  });

  it('never leaves it where nobody can move it where several do their part: lists, meetings, rows, signatures, requests for each row', () => {
    const met = walked(new Walk('company-walks-of-several'), true);
    expect(notMet(WORTH_MEETING_OF_SEVERAL, met)).toEqual([]);
  });
});
