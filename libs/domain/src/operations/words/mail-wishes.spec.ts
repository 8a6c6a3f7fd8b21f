import { mailTime, USUAL_MAIL } from './mail-wishes';
import { topicOf } from './notice-topic';
import { NOTICES } from '../registry';

const ZONE = 'Asia/Shanghai';
const made = (notice: (typeof NOTICES)[number], graceSeconds = 10) => ({ notice, createdAt: '2026-11-29T14:00:00.000Z', graceSeconds });

describe('what somebody wishes of mail', () => {
  it('sends what asks for work once it cannot be taken back any more, and what is only told once a day', () => {
    expect(mailTime(made('task-opened'), USUAL_MAIL, ZONE)).toBe('2026-11-29T14:00:10.000Z');
    expect(mailTime(made('comment-added'), USUAL_MAIL, ZONE)).toBe('2026-11-30T01:00:00.000Z');
  });

  it('keeps quiet hours for everything but one’s own account', () => {
    const wishes = { ...USUAL_MAIL, quiet: { from: '21:00', to: '07:30' } };
    expect(mailTime(made('task-opened'), wishes, ZONE)).toBe('2026-11-29T23:30:00.000Z');
    expect(mailTime(made('token-issued', 0), wishes, ZONE)).toBe('2026-11-29T14:00:00.000Z');
    expect(mailTime(made('comment-added'), { ...wishes, digestAt: '06:00' }, ZONE)).toBe('2026-11-29T23:30:00.000Z');
  });

  it('sends nothing of what is not wished for, but always what was done to an account', () => {
    const nothing = { ...USUAL_MAIL, work: 'off', mine: 'off', talk: 'off', copies: 'off' } as const;
    expect(NOTICES.filter((notice) => mailTime(made(notice), nothing, ZONE) !== null)).toEqual([
      'token-issued',
      'link-issued',
      'rights-changed',
    ]);
  });

  it('sorts every notice; one of an operation that nobody sorted asks for work', () => {
    expect(topicOf('request-urged')).toBe('work');
    expect(topicOf('request-returned')).toBe('mine');
  });
});
