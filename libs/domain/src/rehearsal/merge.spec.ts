import { expense, grant } from './expense.fixture';
import { formOf, staffed, told } from './staffed.fixture';

/** The process with a check that writes nothing: a step that writes what others read is always asked. */
const plain = () => {
  const [review, check, ...rest] = expense().flow;
  return staffed(expense({ flow: [review, { ...check, fields: {} }, ...rest] as never }));
};
const merged = (person: string) => ({ kind: 'merged' as const, person });

describe('the same person in adjacent steps', () => {
  it('passes the second step in their name and logs it', () => {
    const play = plain();
    play.do('submit', 'ann', { form: formOf(10) });
    play.verdicts['check'] = merged('mei');
    expect(play.do('approve', 'mei')).toBeNull();
    expect(told(play.events)).toEqual(['task.decided review mei', 'step.passed review', 'step.merged check mei', 'task.opened approve bo']);
  });

  it('merges a third step into the second', () => {
    const play = plain();
    play.do('submit', 'ann', { form: formOf(10) });
    play.verdicts['check'] = merged('mei');
    play.verdicts['approve'] = merged('mei');
    play.actors['mei'] = { grants: [grant('mei', '1000')] };
    play.do('approve', 'mei');
    expect(play.value).toBe('pay');
  });

  it('refuses a merge with somebody who did not decide the step before', () => {
    const play = staffed();
    play.do('submit', 'ann', { form: formOf(10) });
    play.verdicts['check'] = merged('zoe');
    expect(() => play.do('approve', 'mei')).toThrow(/did not decide/);
  });

  it('asks of a merged step the authority that a press would need', () => {
    const play = staffed().seat('check', 'bo');
    play.do('submit', 'ann', { form: formOf(10) });
    play.do('approve', 'mei');
    play.verdicts['approve'] = merged('bo');
    play.actors['bo'] = { grants: [grant('bo', '999')] };
    expect(() => play.do('approve', 'bo')).toThrow(/refused: over-limit/);
    play.actors['bo'] = { grants: [grant('bo', '1000')] };
    expect(play.do('approve', 'bo')).toBeNull();
    expect(play.value).toBe('pay');
  });

  it('never merges the first step of a walk: a return asks again', () => {
    const play = staffed();
    play.do('submit', 'ann', { form: formOf(10) });
    play.do('approve', 'mei');
    play.verdicts['check'] = merged('mei');
    expect(() => play.do('return', 'chen', { to: 'review', comment: 'x' })).not.toThrow();
    expect(play.context.steps['review']?.status).toBe('open');
  });

  it('never merges where a required field, evidence or a signature is asked for', () => {
    const play = staffed();
    play.seat('approve', 'bo');
    play.do('submit', 'ann', { form: formOf(10) });
    play.do('approve', 'mei');
    play.do('approve', 'chen');
    play.verdicts['pay'] = merged('bo');
    expect(() => play.do('approve', 'bo')).toThrow(/Expected to merge “pay”/);
  });

  it('never merges work, whatever it asks for: doing is not deciding', () => {
    const [review, ...rest] = expense().flow;
    const tidy = { id: 'tidy', title: review?.title, kind: 'work', assignee: { by: 'superior' } };
    const play = staffed(expense({ flow: [review, tidy, ...rest] as never }));
    play.do('submit', 'ann', { form: formOf(10) });
    play.verdicts['tidy'] = merged('mei');
    expect(() => play.do('approve', 'mei')).toThrow(/Expected to merge “tidy”/);
  });

  it('never merges into the requester, who may have done the work before', () => {
    const [review, ...rest] = expense().flow;
    const prepare = { id: 'prepare', title: review?.title, kind: 'work', assignee: { by: 'requester' } };
    const play = staffed(expense({ flow: [prepare, review, ...rest] as never })).seat('prepare', 'ann');
    play.do('submit', 'ann', { form: formOf(10) });
    play.verdicts['review'] = merged('ann');
    expect(() => play.do('approve', 'ann')).toThrow(/Expected to merge “review”/);
    play.seat('review', 'mei');
    expect(play.do('approve', 'ann')).toBeNull();
  });

  it('never merges a step that writes what a later step reads: its field would stay blank', () => {
    const play = staffed();
    play.do('submit', 'ann', { form: formOf(10) });
    play.verdicts['check'] = merged('mei');
    expect(() => play.do('approve', 'mei')).toThrow(/Expected to merge “check”/);
    play.seat('check', 'mei');
    expect(play.do('approve', 'mei')).toBeNull();
    expect(play.value).toBe('check');
  });

  it('never merges a step that writes what shows or demands another field', () => {
    const [review, check, ...rest] = expense().flow;
    const noted = { filled: { field: 'note' } };
    for (const more of [{ visible: noted }, { required: noted }]) {
      const text = { type: 'text', label: review?.title, filledAt: 'step' };
      const fields = [...expense().form.fields, { ...text, key: 'note' }, { ...text, key: 'after', ...more }];
      const flow = [review, { ...check, fields: { write: ['note'] } }, ...rest];
      const play = staffed(expense({ form: { fields: fields as never }, flow: flow as never }));
      play.do('submit', 'ann', { form: formOf(10) });
      play.verdicts['check'] = merged('mei');
      expect(() => play.do('approve', 'mei')).toThrow(/Expected to merge “check”/);
    }
  });

  it.each([
    ['against', 'opinion'],
    ['for', 'opinion'],
    ['conditional', 'opinion'],
    [undefined, 'work'],
  ] as const)('never merges into the name of whoever said “%s” in an %s before: that is no approval', (stance, kind) => {
    const [review, check, ...rest] = expense().flow;
    const before = { id: 'before', title: review?.title, kind, assignee: { by: 'superior' } };
    const play = staffed(expense({ flow: [before, { ...check, fields: {} }, ...rest] as never })).seat('before', 'mei');
    play.do('submit', 'ann', { form: formOf(10) });
    play.verdicts['check'] = merged('mei');
    const said = { comment: 'No.', ...(stance ? { stance } : {}) };
    expect(() => play.do('approve', 'mei', said)).toThrow(/Expected to merge “check”/);
    play.seat('check', 'mei');
    expect(play.do('approve', 'mei', said)).toBeNull();
    expect(play.value).toBe('check');
  });

  it('never merges a step that shows what the one before hid', () => {
    const [review, check, ...rest] = expense().flow;
    const hiding = (hidden: string[], also: string[]) =>
      staffed(expense({ flow: [{ ...review, fields: { hidden } }, { ...check, fields: { hidden: also } }, ...rest] as never }));
    const play = hiding(['reason'], []);
    play.do('submit', 'ann', { form: formOf(10) });
    play.verdicts['check'] = merged('mei');
    expect(() => play.do('approve', 'mei')).toThrow(/Expected to merge “check”/);
    const same = hiding(['reason'], ['reason', 'friend']);
    same.do('submit', 'ann', { form: formOf(10) });
    same.verdicts['check'] = merged('mei');
    expect(same.do('approve', 'mei')).toBeNull();
    expect(same.value).toBe('approve');
  });

  it('never merges a step that has checks of its own', () => {
    const [review, check, ...rest] = expense().flow;
    const checks = [{ type: 'too-old', params: { field: 'items.day', days: 3 } }];
    const play = staffed(expense({ flow: [review, { ...check, fields: {}, checks }, ...rest] as never }));
    play.do('submit', 'ann', { form: formOf(10) });
    play.verdicts['check'] = merged('mei');
    expect(() => play.do('approve', 'mei')).toThrow(/Expected to merge “check”/);
  });

  it('never merges where the definition asks again', () => {
    const [review, check, ...rest] = expense().flow;
    const play = staffed(expense({ flow: [review, { ...check, samePerson: 'ask' }, ...rest] as never }));
    play.do('submit', 'ann', { form: formOf(10) });
    play.verdicts['check'] = merged('mei');
    expect(() => play.do('approve', 'mei')).toThrow(/Expected to merge/);
  });
});
