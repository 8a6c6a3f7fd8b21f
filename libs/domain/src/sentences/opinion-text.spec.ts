import { opinionText } from './opinion-text';

describe('an opinion in a list', () => {
  const finance = { zh: '财务部', en: 'Finance' };
  it.each([
    ['for', '财务部：建议同意', 'Finance: in favour'],
    ['against', '财务部：建议不同意', 'Finance: against'],
    ['conditional', '财务部：建议附条件同意', 'Finance: in favour with conditions'],
  ] as const)('signed %s reads %s / %s', (stance, zh, en) => {
    expect(opinionText(stance, finance)).toEqual({ zh, en });
  });
});
