import { wordChange } from '../wording/change-text';
import { NO_NAMES } from '../wording/names';
import { formChanges } from './form-changes';
import { SAMPLE, sampleFile } from './sample-form.fixture';
import type { FormValues } from '../request/request-state';

const cny = (minor: string) => ({ minor, currency: 'CNY' });
const row = (matter: string, minor: string) => ({ matter, amount: cny(minor) });
const before: FormValues = {
  category: 'display',
  items: [row('橱窗', '680000'), row('模特', '320000')],
  amount: cny('1000000'),
  extra: [sampleFile('a', '1')],
};

const worded = (after: FormValues) =>
  formChanges(SAMPLE, before, after)
    .map((change) => wordChange(change, NO_NAMES))
    .map(
      (change) =>
        `${change.field} ${change.label.zh} ${change.before.zh} → ${change.after.zh} | ${change.label.en} ${change.before.en} → ${change.after.en}`,
    );

describe('what changed since the last round', () => {
  it('is nothing where the forms say the same, blanks of every kind being alike', () => {
    expect(
      worded({ ...before, memo: '', companion: null, items: [{ ...row('橱窗', '680000'), invoice: '' }, row('模特', '320000')] }),
    ).toEqual([]);
  });

  it('is nothing where five hundred rows only stand in another order', () => {
    const rows = Array.from({ length: 500 }, (_, index) => row(`第 ${index % 7} 类`, String(index)));
    expect(formChanges(SAMPLE, { items: rows }, { items: rows.toReversed() })).toEqual([]);
  });

  it('names values in words', () => {
    expect(worded({ ...before, category: 'travel', amount: cny('1230000') })).toEqual([
      'category 类别 陈列道具 → 差旅 | Category Display fixtures → Travel',
      'amount 金额 ¥10,000.00 → ¥12,300.00 | Amount ¥10,000.00 → ¥12,300.00',
    ]);
  });

  it('names rows that came and went and cells that changed, whatever their order', () => {
    expect(worded({ ...before, items: [row('灯光', '180000'), row('模特', '330000')] })).toEqual([
      'items.0 费用明细 — → 新增「灯光」 | Items — → added “灯光”',
      'items.1.amount 模特 · 金额 ¥3,200.00 → ¥3,300.00 | 模特 · Amount ¥3,200.00 → ¥3,300.00',
      'items.0 费用明细 「橱窗」 → 已删除 | Items “橱窗” → removed',
    ]);
    expect(worded({ ...before, items: [...(before.items as never[])].reverse() })).toEqual([]);
  });

  it('matches equal rows first, so that a doubled row is one that came', () => {
    expect(worded({ ...before, items: [row('橱窗', '1'), row('橱窗', '680000'), row('模特', '320000')] })).toEqual([
      'items.0 费用明细 — → 新增「橱窗」 | Items — → added “橱窗”',
    ]);
  });

  it('says that files were replaced where their number stayed', () => {
    expect(worded({ ...before, extra: [sampleFile('a', '2')] })).toEqual(['extra 附件 a → a（已更换） | Files a → a (replaced)']);
  });

  it('writes a dash for what became blank', () => {
    expect(worded({ ...before, category: '' })).toEqual(['category 类别 陈列道具 → — | Category Display fixtures → —']);
  });
});
