import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, type LaunchOptions, chromium } from 'playwright-core';
import { cacheFolder } from '../../apps/local/src/places';

const root = path.resolve(__dirname, '..', '..');
const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`);
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Without the single-process mode of the packaged browser, which loses contexts; nothing in the background calls out. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The browser unpacks itself into TMPDIR and takes whatever lies there, so each version gets a folder of its own. */
function unpackPackaged(): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8')) as {
    version: string;
  };
  const folder = path.join(cacheFolder(), `chromium-${version}`);
  mkdirSync(folder, { recursive: true });
  const program = "import('@sparticuz/chromium').then(async ({ default: c }) => process.stdout.write(await c.executablePath()))";
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root, env, encoding: 'utf8' });
}

/** Packaged libraries for a bare machine lie beside the packaged browser. */
function libraries(executablePath: string): Record<string, string> {
  const folder = path.join(path.dirname(executablePath), 'al2023', 'lib');
  return existsSync(folder) ? { LD_LIBRARY_PATH: folder } : {};
}

/** A browser on this machine: named by CHROMIUM_PATH, installed, of Playwright, or out of the package. */
export function findChromium(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`Expected CHROMIUM_PATH=${named} to be a browser, but there is no such file`);
  const found = [named, ...INSTALLED, MAC, chromium.executablePath()].find((file) => file && existsSync(file));
  return found ?? unpackPackaged();
}

export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findChromium();
  const env = { ...(process.env as Record<string, string>), ...libraries(executablePath) };
  return chromium.launch({ executablePath, headless: true, args: FLAGS, env, ...options });
}

export interface WindowOptions {
  width?: number;
  height?: number;
  locale?: 'zh-CN' | 'en';
  timezoneId?: string;
  colorScheme?: 'light' | 'dark';
}

/** A person's own window: desktop, Chinese, light, no animation, unless said otherwise. */
export function openContext(browser: Browser, options: WindowOptions = {}): Promise<BrowserContext> {
  const { width = 1440, height = 900, locale = 'zh-CN', timezoneId = 'Asia/Shanghai', colorScheme = 'light' } = options;
  return browser.newContext({ viewport: { width, height }, locale, timezoneId, colorScheme, reducedMotion: 'reduce' });
}
