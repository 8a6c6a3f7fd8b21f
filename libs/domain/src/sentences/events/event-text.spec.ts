import { NOTICES } from '../../operations/registry';
import type { TransitionEvent } from '../../request/transition';
import { eventText } from './event-text';
import { noticeText } from '../notices/notice-text';
import { context } from '../sentence-scene.fixture';

describe('what happened, in words', () => {
  const say = (event: TransitionEvent) => eventText(event, context);

  it('is said by what the step asks for', () => {
    const decision = { type: 'task.decided', generation: 1, seat: 0, person: 'zhang', stance: null } as const;
    expect(say({ ...decision, step: 'review', decision: 'approve', answer: 'yes' })).toEqual({ zh: '审核通过', en: 'Reviewed' });
    expect(say({ ...decision, step: 'approval', decision: 'approve', answer: 'yes' })).toEqual({ zh: '同意', en: 'Approved' });
    expect(say({ ...decision, step: 'approval', decision: 'return', answer: 'back' })).toEqual({ zh: '退回修改', en: 'Returned' });
    expect(say({ ...decision, step: 'approval', decision: 'approve', answer: 'yes', stance: 'against' })).toEqual({
      zh: '同意：反对',
      en: 'Approved: against',
    });
  });

  it('begins each line with a capital, and says of what was taken back what it was', () => {
    const by = { generation: 1, seat: 0, person: 'liu', stance: null, answer: 'yes' } as const;
    expect(say({ ...by, type: 'task.decided', step: 'check', decision: 'approve' }).en).toMatch(/^[A-Z]/);
    expect(say({ type: 'decision.undone', step: 'review', what: 'approve', of: 3 })).toEqual({
      zh: '撤销了审核通过',
      en: 'Undid the decision on “Review”',
    });
    expect(say({ type: 'decision.undone', step: 'approval', what: 'return', of: 3 })).toEqual({ zh: '撤销了退回', en: 'Undid the return' });
  });

  it('names merges, skips and returns with their reason', () => {
    expect(say({ type: 'step.merged', step: 'approval', generation: 1, person: 'zhang' }).zh).toBe('「批准」与上一步为同一人，自动通过');
    expect(say({ type: 'step.skipped', step: 'director', reason: 'condition' })).toEqual({
      zh: '「审核」跳过：不高于 ¥5,000',
      en: '“Review” skipped: not above ¥5,000',
    });
    expect(say({ type: 'request.returned', by: 'approval', to: 'check', resume: 'straight-back' }).zh).toBe(
      '退回至「查验单据」，改好后直接回到退回人',
    );
  });

  it('is told to people in notices, in both languages', () => {
    const subject = {
      request: { zh: '报销 · 徐汇店', en: 'Expense · Xuhui' },
      requester: { zh: '李娜', en: 'Li Na' },
      step: { zh: '批准', en: 'Approve' },
      actor: null,
    };
    for (const notice of NOTICES) {
      const text = noticeText(notice, subject);
      // Tokens, links, rights and absences are about no request.
      const about = {
        'token-issued': ['访问令牌', 'access token'],
        'link-issued': ['登录链接', 'sign-in link'],
        'rights-changed': ['您的权限', 'your rights'],
        'absence-asked': ['请您代办', 'asks you to stand in'],
        'absence-accepted': ['同意在您离岗期间代办', 'agreed to stand in for you'],
        'absence-declined': ['不能在您离岗期间代办', 'cannot stand in for you'],
        'absence-ended': ['您不再代办', 'you no longer stand in'],
      }[String(notice)];
      expect(text.zh).toContain(about?.[0] ?? '报销 · 徐汇店');
      expect(text.en).toContain(about?.[1] ?? 'Expense · Xuhui');
      expect(text.en).not.toMatch(/[\p{Script=Han}]|null|undefined/u);
    }
    expect(noticeText('task-opened', subject)).toEqual({
      zh: '李娜的「报销 · 徐汇店」等您处理：批准',
      en: '“Expense · Xuhui” from Li Na is waiting for you: Approve',
    });
    expect(noticeText('request-rejected', { ...subject, actor: { zh: '周岩', en: 'Zhou Yan' } }).zh).toBe('「报销 · 徐汇店」已由周岩驳回');
  });
});
