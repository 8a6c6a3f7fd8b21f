import AxeBuilder from '@axe-core/playwright';
import type { DemoStage } from './demo-stage';
import { expenseOf } from './forms';

/** Who reads which pages; `:id` is an open request. A page belongs to the list of somebody who may see it. */
const READERS = [
  {
    names: { 'zh-CN': '张伟', en: 'Zhang Wei' },
    sees: [
      '/inbox',
      '/inbox?open=:id',
      '/requests/:id',
      '/requests/:id/sheet',
      '/start',
      '/start/expense-reimbursement',
      '/notifications',
      '/me',
      '/admin/accounts',
    ],
  },
  {
    names: { 'zh-CN': '卢宁', en: 'Lu Ning' },
    sees: ['/me', '/me/absence', '/admin/accounts', '/admin/processes', '/admin/directory', '/admin/calendars'],
  },
  {
    names: { 'zh-CN': '蒋明', en: 'Jiang Ming' },
    sees: ['/requests/:id', '/requests/:id/repair', '/track', '/analytics', '/people', '/admin/dead-letters', '/admin/recurring'],
  },
];

/** A desk and a phone; a page is looked at in both before the next one is opened. */
const WIDTHS = [1440, 390];

/** Has axe look at every route in one language, at both widths: a file of its own for each language, so that they run side by side. */
export async function walkWithAxe(stage: DemoStage, locale: 'zh-CN' | 'en'): Promise<void> {
  const requester = await stage.person('李娜');
  const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '520.00'));
  for (const { names, sees } of READERS) {
    const desk = await stage.desk(names[locale], { locale, width: 1440, height: 844 });
    for (const route of sees) {
      await desk.go(route.replace(':id', id));
      for (const width of WIDTHS) {
        await desk.page.setViewportSize({ width, height: 844 });
        await desk.settled();
        const { violations } = await new AxeBuilder({ page: desk.page }).analyze();
        const found = violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`);
        expect({ route, locale, width, found }).toEqual({ route, locale, width, found: [] });
      }
    }
    await desk.close();
  }
}
