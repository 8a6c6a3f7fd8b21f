import type { DemoStage } from './demo-stage';
import { faultsOf } from './faults';
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
  { names: { 'zh-CN': '何芳', en: 'He Fang' }, sees: ['/stores', '/stores?part=leases'] },
];

/** A desk by day in Chinese and a phone at night in English: what one language, width or look alone gets wrong stands in one of them. */
const WINDOWS = {
  'zh-CN': { locale: 'zh-CN', width: 1440, height: 844 },
  en: { locale: 'en', width: 390, height: 844, colorScheme: 'dark' },
} as const;

/** Has axe look at every route in one language: a file of its own for each, so that they run side by side. */
export async function walkWithAxe(stage: DemoStage, locale: 'zh-CN' | 'en'): Promise<void> {
  const requester = await stage.person('李娜');
  const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '520.00'));
  for (const { names, sees } of READERS) {
    const desk = await stage.desk(names[locale], WINDOWS[locale]);
    for (const route of sees) {
      await desk.goOn(route.replace(':id', id));
      await desk.settled();
      expect({ route, locale, found: await faultsOf(desk.page) }).toEqual({ route, locale, found: [] });
    }
    await desk.close();
  }
}
