import type { RecordRead } from '@countersign/database';
import { withinPage } from './within-page';

const read = (...sizes: number[]): RecordRead =>
  ({ transitions: sizes.map((size, index) => ({ n: index + 1, command: 'x'.repeat(size) })) }) as unknown as RecordRead;
const kept = (...sizes: number[]): number => withinPage(read(...sizes)).transitions.length;

describe('a page of the journal', () => {
  it('is whole as long as one answer carries it', () => {
    expect([kept(), kept(10), kept(10, 10, 10)]).toEqual([0, 1, 3]);
  });

  it('ends before it would not be carried any more, and never before its first transition', () => {
    expect([kept(600_000, 300_000, 300_000), kept(3_000_000, 10), kept(10, 3_000_000, 10)]).toEqual([2, 1, 1]);
  });
});
