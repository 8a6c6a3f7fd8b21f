import type { DefinitionInput } from '../../definition/definition.schema';
import type { RequestContext } from '../../request/request-state';
import { EXPENSE, sampleDefinition } from '../../people/sample-company.fixture';
import { finishedSentence } from './finished-sentence';

const sentence = { zh: '李娜为徐汇店报销 ¥12,300.00', en: 'Li Na claims ¥12,300.00 for the Xuhui store' };
const paid = { approve: { zh: '确认付款', en: 'Mark as paid' }, done: { zh: '付款', en: 'paid' } };
const flow = EXPENSE.flow.map((step) => ((step as { id: string }).id === 'pay' ? { ...(step as object), labels: paid } : step));
const context = { definition: sampleDefinition({ flow: flow as DefinitionInput['flow'] }) };
const ended = (outcome: RequestContext['outcome'], ...passed: string[]) => ({
  outcome,
  steps: Object.fromEntries(passed.map((id) => [id, { generation: 0, status: 'passed' as const, seats: {} }])),
});

describe('the sentence of a finished request', () => {
  it('says what became of it, and what was done about it', () => {
    expect(finishedSentence(sentence, ended('approved', 'review', 'approval', 'pay'), context)).toEqual({
      zh: '李娜为徐汇店报销 ¥12,300.00，已批准并付款',
      en: 'Li Na claims ¥12,300.00 for the Xuhui store; approved and paid',
    });
  });

  it('says no more than the outcome where nothing followed the approval, or nothing in words', () => {
    expect(finishedSentence(sentence, ended('approved', 'review', 'approval'), context).en).toMatch(/store; approved$/);
    const plain = { definition: sampleDefinition() };
    expect(finishedSentence(sentence, ended('approved', 'approval', 'pay'), plain).zh).toMatch(/0，已批准$/);
  });

  it('says that it was rejected or withdrawn, whatever had been done before', () => {
    expect(finishedSentence(sentence, ended('rejected', 'approval', 'pay'), context).zh).toMatch(/0，已驳回$/);
    expect(finishedSentence(sentence, ended('withdrawn'), context).en).toMatch(/store; withdrawn$/);
  });

  it('is the sentence as it is while the request is under way', () => {
    expect(finishedSentence(sentence, ended(null, 'review'), context)).toEqual(sentence);
  });
});
