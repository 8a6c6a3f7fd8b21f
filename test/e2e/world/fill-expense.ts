import type { Page } from 'playwright-core';
import { PDF, invoiceNumber } from './forms';

export interface ExpenseOnScreen {
  amount: string;
  category?: string;
  matter?: string;
  invoice?: string;
  unit?: string;
}

const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

/** Picks an option of a box, typing first where there is much to choose from. */
export async function choose(page: Page, label: RegExp, option: string, typed?: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label });
  await box.click();
  if (typed) await box.pressSequentially(typed);
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: option })
    .first()
    .click();
  await page.locator('.ant-select').filter({ has: box }).getByText(option).waitFor();
}

/** Fills the reimbursement form as a store manager would, field after field. */
export async function fillExpense(page: Page, expense: ExpenseOnScreen): Promise<void> {
  await choose(page, /报销类别/, expense.category ?? '陈列道具');
  const unit = expense.unit ?? '徐汇店';
  await choose(page, /成本归属/, unit, unit);
  const range = page.locator('[data-field=expenseDates] input');
  await range.nth(0).fill(day(3));
  await range.nth(1).fill(day(1));
  await page.getByLabel(/收款账户/).fill('招商银行 ··4021');
  await page.getByLabel('事项，第 1 行').fill(expense.matter ?? '橱窗道具');
  await page.getByLabel('日期，第 1 行').fill(day(2));
  await page.getByLabel('发票号，第 1 行').fill(expense.invoice ?? invoiceNumber());
  await page.getByLabel('金额，第 1 行').fill(expense.amount);
  await page
    .locator('[data-path="items.0.invoice"] input[type=file]')
    .setInputFiles({ name: '发票.pdf', mimeType: 'application/pdf', buffer: PDF });
  await page.getByText('已上传').first().waitFor();
  await page.getByLabel(/事由/).fill('换季陈列');
}
