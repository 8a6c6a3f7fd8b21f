import { opinionText } from './opinion-text';

describe('an opinion in a list', () => {
  const finance = { zh: '财务部', en: 'Finance' };
  it.each([
    ['for', '财务部意见：同意', 'Finance: in favour'],
    ['against', '财务部意见：反对', 'Finance: against'],
    ['conditional', '财务部意见：有条件同意', 'Finance: in favour with conditions'],
  ] as const)('signed %s reads %s / %s', (stance, zh, en) => {
    expect(opinionText(stance, finance)).toEqual({ zh, en });
  });
});
