import { groupsOf, peopleFound, type DemoPerson } from './demo-groups';

const both = (zh: string, en: string) => ({ zh, en });
const EXPENSES = both('报销与付款', 'Expenses and payment');
const RESEARCH = both('市场调研', 'Market research');
const person = (name: DemoPerson['name'], title: DemoPerson['title'], line: DemoPerson['line'], group: DemoPerson['group']) =>
  ({ id: name.en, name, title, line, group }) as DemoPerson;

const LI = person(both('李娜', 'Li Na'), both('店长', 'Store manager'), both('提交报销', 'Submits expenses'), EXPENSES);
const WU = person(both('吴迪', 'Wu Di'), null, both('提交调研计划', 'Submits research plans'), RESEARCH);
const CHEN = person(both('陈静', 'Chen Jing'), both('出纳', 'Cashier'), both('付款', 'Pays'), EXPENSES);

describe('the people of the sign-in page', () => {
  it('stand with those who have to do with the same, in the order in which they come', () => {
    expect(groupsOf([LI, WU, CHEN]).map(({ title, people }) => [title.en, people.map(({ id }) => id)])).toEqual([
      ['Expenses and payment', ['Li Na', 'Chen Jing']],
      ['Market research', ['Wu Di']],
    ]);
  });

  it.each([
    ['李', ['Li Na']],
    ['li NA', ['Li Na']],
    ['ｃａｓｈｉｅｒ', ['Chen Jing']],
    ['提交', ['Li Na', 'Wu Di']],
    ['提交 调研', ['Wu Di']],
    ['  ', null],
    ['张', []],
  ])('%s finds them by name, post, or what they can do, in either language', (sought, found) => {
    expect(peopleFound([LI, WU, CHEN], sought)?.map(({ id }) => id) ?? null).toEqual(found);
  });
});
