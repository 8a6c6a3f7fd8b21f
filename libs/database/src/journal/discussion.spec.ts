import { discussionFaults, sealComment, type DiscussionSeal, type SealedComment } from './discussion';

const ID = '0196f3a0-0000-7000-8000-000000000000';
const comment = (seq: number): SealedComment => ({
  seq,
  id: `c${seq}`,
  personId: 'p',
  text: `said ${seq}`,
  at: '2026-11-29T08:00:00.000Z',
  token: null,
});
const COMMENTS = [1, 2, 3].map(comment);
const SEALS = COMMENTS.reduce<DiscussionSeal[]>((seals, each) => [...seals, sealComment(ID, seals.at(-1) ?? null, each)], []);

describe('a discussion', () => {
  const faults = (comments: SealedComment[], stored: DiscussionSeal | null, sealed: DiscussionSeal[] = []) =>
    discussionFaults(ID, comments, { sealed, stored });

  it('is what was said', () => {
    expect(faults([], null)).toEqual([]);
    expect(faults(COMMENTS, SEALS[2]!, SEALS)).toEqual([]);
  });

  it('is not another request’s', () => {
    expect(discussionFaults('other', COMMENTS, { sealed: [], stored: SEALS[2]! })).not.toEqual([]);
  });

  it.each<[string, Partial<SealedComment>]>([
    ['text', { text: 'x' }],
    ['person', { personId: 'q' }],
    ['moment', { at: '2026-11-29T08:00:00.001Z' }],
    ['id', { id: 'x' }],
    ['person spoken to', { mentions: ['r'] }],
    ['file', { files: [{ id: 'f', name: 'a.pdf', size: 1, type: 'application/pdf', sha256: 'x' }] }],
    ['token', { token: { id: 't', name: 'robot', issuedBy: 'q' } }],
  ])('tells of another %s', (_what, change) => {
    expect(faults([comment(1), { ...comment(2), ...change }, comment(3)], SEALS[2]!)).toHaveLength(1);
  });

  it('tells what the journal had sealed, though the request’s own seal was exchanged as well', () => {
    const rewritten = { ...comment(1), text: 'x' };
    const seal = sealComment(ID, null, rewritten);
    expect(faults([rewritten], seal)).toEqual([]);
    expect(faults([rewritten], seal, [SEALS[0]!])).toEqual(['its discussion is not what was said in the first 1 comments']);
  });
});
