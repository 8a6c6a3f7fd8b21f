'use strict';
/** The last thing that `npm start` prints: where the product is, and who can sign in. */
const { sayPlain } = require('../say');

/** @typedef {{ name: { zh: string, en: string }, title?: { zh: string, en: string } | null, line?: { zh: string, en: string } }} DemoPerson */

/** @param {string} address @returns {Promise<DemoPerson[]>} */
async function demoPeople(address) {
  const answer = await fetch(`${address}/api/v1/auth/mode`, { signal: AbortSignal.timeout(5_000) });
  return /** @type {{ people: DemoPerson[] }} */ (await answer.json()).people ?? [];
}

/** Chinese characters take two columns of a terminal. @param {string} text @param {number} width */
function pad(text, width) {
  const taken = [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, width - taken));
}

/** @param {{ address: string, publicUrl: string, demo: boolean, temporalUi: string | null, link: string, shut: boolean }} what */
async function welcome({ address, publicUrl, demo, temporalUi, link, shut }) {
  sayPlain('');
  sayPlain(`  会签 Countersign  ${publicUrl}`);
  if (temporalUi) sayPlain(`  Temporal          ${temporalUi}`);
  if (demo) {
    sayPlain('\n  演示人物（登录页一键进入） · demo people (one click on the sign-in page)');
    for (const { name, title, line } of await demoPeople(address)) {
      sayPlain(`    ${pad(`${name.zh} ${name.en}`, 28)}${pad(title?.zh ?? '', 20)}${line?.zh ?? ''}`);
    }
  }
  if (link.trim())
    sayPlain(`\n  创建首位管理员（链接只能用一次） · create the first administrator (the link is good once)\n    ${link.trim()}`);
  if (shut) {
    sayPlain('\n  数据从备份恢复，核对之前谁也进不来：请在另一个终端运行 npm run verify:journal');
    sayPlain('  The data was restored; nobody gets in before it was checked: run npm run verify:journal in another terminal');
  }
  sayPlain('\n  Ctrl-C 停止，数据保留 · Ctrl-C stops; the data stays\n');
}

module.exports = { welcome };
