import AxeBuilder from '@axe-core/playwright';
import type { DemoStage } from './world/demo-stage';
import { expenseOf } from './world/forms';
import { onStage } from './world/on-stage';

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
  { names: { 'zh-CN': '卢宁', en: 'Lu Ning' }, sees: ['/me', '/admin/accounts', '/admin/processes', '/admin/directory'] },
  { names: { 'zh-CN': '蒋明', en: 'Jiang Ming' }, sees: ['/requests/:id', '/admin/dead-letters'] },
];

describe('no finding of axe on any route', () => {
  let stage: DemoStage;
  let id = '';
  onStage((opened) => (stage = opened));

  it.each([
    { locale: 'zh-CN', width: 1440 },
    { locale: 'en', width: 1440 },
    { locale: 'zh-CN', width: 390 },
    { locale: 'en', width: 390 },
  ] as const)(
    'in $locale at $width px',
    async ({ locale, width }) => {
      const requester = await stage.person('李娜');
      id ||= (await requester.submit('expense-reimbursement', await expenseOf(requester, '520.00'))).id;
      for (const { names, sees } of READERS) {
        const desk = await stage.desk(names[locale], { locale, width, height: 844 });
        for (const route of sees) {
          await desk.go(route.replace(':id', id));
          await desk.settled();
          const { violations } = await new AxeBuilder({ page: desk.page }).analyze();
          const found = violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`);
          expect({ route, found }).toEqual({ route, found: [] });
        }
        await desk.close();
      }
    },
    180_000,
  );
});
