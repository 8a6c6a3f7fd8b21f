import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../support/chromium';
import { startTestPostgres } from '../support/postgres-server';
import { Parts } from '../support/parts';
import { startStack } from '../support/stack';
import { startTestTemporal } from '../support/temporal-server';
import { Camera, type Shot } from './screens/camera';
import { Cast } from './screens/cast';
import { type Stories, tellStories } from './screens/stories';

/**
 * `npm run screens`: photographs every screen of the product, in both languages, on a desk and on a phone, into docs/screens.
 * A throw-away stack with the demo company, in which some days of work were done through the API.
 */
const FOLDER = path.resolve(__dirname, '..', '..', 'docs', 'screens');
/** Notices leave when the time to undo is over; the pictures want them there. */
const NOTICES_LEAVE_MS = 14_000;

const say = (line: string): void => console.log(line);

function shotsOf(stories: Stories): Shot[] {
  return [
    { name: 'login', path: '/login' },
    {
      name: 'inbox',
      path: '/inbox',
      reader: '郑国华',
      dark: true,
      before: async (page, width) => {
        if (width === 1440) await page.locator('[data-row]').filter({ hasText: '26,300' }).first().click();
      },
    },
    { name: 'request', path: `/requests/${stories.waiting}`, reader: '郑国华', dark: true },
    {
      name: 'decision-more',
      path: `/requests/${stories.waiting}`,
      reader: '郑国华',
      before: (page) =>
        page
          .getByRole('button', { name: /^(更多|More)$/ })
          .last()
          .click(),
    },
    {
      name: 'return-dialog',
      path: `/requests/${stories.waiting}`,
      reader: '郑国华',
      only: 1440,
      before: async (page) => {
        await page.getByRole('button', { name: /^(退回修改|Return)$/ }).click();
        await page.getByRole('dialog').waitFor();
      },
    },
    { name: 'request-finished', path: `/requests/${stories.finished}`, reader: '李娜' },
    { name: 'sheet', path: `/requests/${stories.finished}/sheet`, reader: '李娜', whole: true },
    { name: 'start', path: '/start', reader: '李娜', dark: true },
    { name: 'start-form', path: `/start/expense-reimbursement?draft=${stories.draft}`, reader: '李娜' },
    { name: 'start-route', path: `/start/expense-reimbursement?draft=${stories.draft}&view=route`, reader: '李娜', only: 390 },
    { name: 'notifications', path: '/notifications', reader: '李娜', dark: true },
    { name: 'me', path: '/me', reader: '李娜' },
    { name: 'absence', path: '/me/absence', reader: '张伟', dark: true },
    { name: 'track', path: '/track', reader: '蒋明', dark: true },
    { name: 'track-ended', path: '/track?view=ended', reader: '蒋明' },
    { name: 'inbox-ended', path: '/inbox?tab=ended', reader: '宋岚' },
    {
      name: 'effects',
      path: `/requests/${stories.waiting}`,
      reader: '蒋明',
      only: 1440,
      before: (page) => page.getByText(/^(后台|Engine)$/).click(),
    },
    { name: 'track-map', path: '/track?show=processes&definition=expense-reimbursement', reader: '蒋明' },
    { name: 'repair', path: `/requests/${stories.waiting}/repair`, reader: '蒋明', dark: true },
    {
      name: 'jump',
      path: `/requests/${stories.waiting}`,
      reader: '蒋明',
      before: async (page) => {
        await page
          .getByRole('button', { name: /^(更多|More)$/ })
          .last()
          .click();
        await page.getByRole('menuitem', { name: /跳转|Jump/ }).click();
        await page.getByRole('dialog').waitFor();
      },
    },
    { name: 'analytics', path: '/analytics?definition=leave-request', reader: '蒋明', dark: true, whole: true },
    { name: 'people', path: '/people', reader: '蒋明', dark: true },
    {
      name: 'vacancies',
      path: '/people',
      reader: '蒋明',
      before: async (page) => {
        await page.getByRole('button', { name: /空缺|acant/ }).click();
        await page.getByRole('table', { name: /空缺|acant/ }).waitFor();
      },
    },
    { name: 'person', path: `/people/${stories.person}`, reader: '蒋明' },
    { name: 'leaving', path: `/people/${stories.person}/leaving`, reader: '蒋明', only: 1440 },
    { name: 'payments', path: '/finance/payments', reader: '陈静', dark: true },
    { name: 'finance', path: '/finance', reader: '顾明', dark: true },
    {
      name: 'watch',
      path: '/finance',
      reader: '顾明',
      before: async (page) => {
        const list = page.getByRole('complementary', { name: /^(值得看一眼|Worth a look)$/ });
        await list.locator('summary').first().click();
        await list.scrollIntoViewIfNeeded();
      },
    },
    { name: 'limits', path: '/finance/limits', reader: '顾明' },
    { name: 'who-may-sign', path: `/finance/who-may-sign?process=expense-reimbursement&amount=12300`, reader: '顾明' },
    { name: 'split-press', path: `/requests/${stories.split}`, reader: '袁野' },
    { name: 'recurring', path: '/admin/recurring', reader: '蒋明' },
    { name: 'dead-letters', path: '/admin/dead-letters', reader: '蒋明' },
    { name: 'stores', path: '/stores', reader: '何芳', dark: true },
    { name: 'lease-register', path: '/stores?part=leases', reader: '何芳', dark: true },
    {
      name: 'lease-import',
      path: '/stores?part=leases',
      reader: '何芳',
      before: async (page) => {
        await page.getByRole('button', { name: /导入租约|Import leases/ }).click();
        const faulty = { name: 'leases.csv', mimeType: 'text/csv', buffer: Buffer.from('门店,合同编号\n徐汇店,X') };
        await page.locator('input[type=file]').setInputFiles(faulty);
        await page.getByRole('dialog').getByRole('alert').waitFor();
      },
    },
    { name: 'admin-calendars', path: '/admin/calendars', reader: '卢宁', dark: true },
    { name: 'admin-accounts', path: '/admin/accounts', reader: '卢宁' },
    { name: 'admin-processes', path: '/admin/processes', reader: '卢宁' },
    { name: 'admin-directory', path: '/admin/directory', reader: '卢宁' },
    {
      name: 'start-faults',
      path: '/start/expense-reimbursement',
      reader: '李娜',
      only: 1440,
      before: async (page) => {
        await page.locator('[data-field=payee] input').fill('招商银行 ··4021');
        await page.locator('.ant-btn-primary').last().click();
      },
    },
    { name: 'admin-preview', path: '/admin/processes/expense-reimbursement/1', reader: '卢宁' },
    { name: 'forbidden', path: `/requests/${stories.private}`, reader: '陈静' },
  ];
}

async function photograph(url: string, stories: Stories): Promise<string[]> {
  const browser = await launchBrowser();
  const complaints: string[] = [];
  try {
    const camera = new Camera(browser, url, FOLDER);
    const shots = shotsOf(stories);
    for (const language of ['zh', 'en'] as const) {
      for (const reader of new Set(shots.map((shot) => shot.reader))) {
        const hers = shots.filter((shot) => shot.reader === reader);
        complaints.push(...(await camera.takeAll(reader, hers, language)));
        say(`${language}: ${hers.map(({ name }) => name).join(', ')}`);
      }
    }
  } finally {
    await browser.close();
  }
  return complaints;
}

/** Pictures of screens that are no longer taken go; they stay until the new ones are all there. */
function removeOlderThan(began: number): void {
  for (const name of readdirSync(FOLDER)) {
    const file = path.join(FOLDER, name);
    if (statSync(file).mtimeMs < began) rmSync(file);
  }
}

async function main(): Promise<void> {
  const parts = new Parts();
  const began = Date.now();
  try {
    say('starting PostgreSQL and Temporal');
    const postgres = await parts.add(startTestPostgres());
    const temporal = await parts.add(startTestTemporal());
    const stack = await parts.add(startStack({ servers: { databaseUrl: postgres.url, temporalAddress: temporal.address } }));
    say('doing some days of work');
    await stack.cli('play-demo', stack.url);
    const stories = await tellStories(new Cast(stack.url));
    await new Promise((resolve) => setTimeout(resolve, NOTICES_LEAVE_MS));
    mkdirSync(FOLDER, { recursive: true });
    const complaints = await photograph(stack.url, stories);
    removeOlderThan(began);
    say(`${readdirSync(FOLDER).length} pictures in docs/screens`);
    if (complaints.length > 0) throw new Error(`Expected no errors on the pages, but they said: ${complaints.join(' · ')}`);
  } finally {
    await parts.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
