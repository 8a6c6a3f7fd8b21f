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

/** Has axe look at every route in both languages, at one width: a file of its own for each, so that they run side by side. */
export async function walkWithAxe(stage: DemoStage, width: number): Promise<void> {
  const requester = await stage.person('李娜');
  const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '520.00'));
  await Promise.all((['zh-CN', 'en'] as const).map((locale) => walk(stage, id, { locale, width, height: 844 })));
}

async function walk(stage: DemoStage, id: string, screen: { locale: 'zh-CN' | 'en'; width: number; height: number }): Promise<void> {
  for (const { names, sees } of READERS) {
    const desk = await stage.desk(names[screen.locale], screen);
    for (const route of sees) {
      await desk.go(route.replace(':id', id));
      await desk.settled();
      const { violations } = await new AxeBuilder({ page: desk.page }).analyze();
      const found = violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`);
      expect({ route, locale: screen.locale, found }).toEqual({ route, locale: screen.locale, found: [] });
    }
    await desk.close();
  }
}
