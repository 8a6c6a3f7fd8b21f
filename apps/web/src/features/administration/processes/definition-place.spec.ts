import { definitionPlaces } from './definition-place';

const words = (zh: string) => ({ zh, en: zh });
const definition = {
  form: {
    fields: [
      { key: 'reason', label: words('事由') },
      { key: 'items', label: words('明细'), columns: [{ key: 'amount', label: words('金额') }] },
    ],
  },
  flow: [
    { id: 'superior', title: words('上级') },
    { id: 'split', title: words('分支'), cases: [{ steps: [{ id: 'deep', title: words('里面') }] }], otherwise: [] },
  ],
};
const short = (path: string) =>
  definitionPlaces(path, definition).map(({ kind, name, at, rest }) => [kind, (name as { zh: string } | null)?.zh ?? name, at, rest]);

describe('a place in a definition', () => {
  it('is the step, field or column by its name, and what of it', () => {
    expect(short('flow.0.assignee.role')).toEqual([['step', '上级', 1, 'assignee.role']]);
    expect(short('form.fields.1.columns.0.currency')).toEqual([
      ['field', '明细', 2, ''],
      ['column', '金额', 1, 'currency'],
    ]);
    expect(short('flow.1.cases.0.steps.0.title')).toEqual([
      ['step', '分支', 2, ''],
      ['step', '里面', 1, 'title'],
    ]);
  });

  it('is said by its number where it has no name, and as it stands where it is no list', () => {
    expect(short('flow.9')).toEqual([['step', null, 10, '']]);
    expect(short('sentence.zh')).toEqual([['other', null, null, 'sentence.zh']]);
    expect(short('')).toEqual([]);
  });
});
