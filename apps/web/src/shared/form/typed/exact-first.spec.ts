import { exactFirst, meantBy } from './exact-first';

const named = (...labels: string[]) => labels.map((label) => ({ label }));

describe('names that are typed', () => {
  it('put the exact one first, however it is spelt, and leave the others in order', () => {
    expect(exactFirst(named('徐汇店二部', '徐汇店', '徐汇'), '徐汇店').map(({ label }) => label)).toEqual(['徐汇店', '徐汇店二部', '徐汇']);
    expect(exactFirst(named('Li Nan', 'Li Na'), 'ｌｉ  ｎａ')[0]?.label).toBe('Li Na');
    expect(exactFirst(named('a', 'b'), '')).toEqual(named('a', 'b'));
  });

  it('mean somebody only where there is one of that name', () => {
    expect(meantBy(named('王敏', '王敏捷'), '王敏')?.label).toBe('王敏');
    expect(meantBy(named('王敏', '王敏'), '王敏')).toBeNull();
    expect(meantBy(named('王敏捷'), '王敏')).toBeNull();
  });
});
