/** Checks a pack where no more than Node.js is at hand: each link is the SHA-256 of the one before it and of what it seals. */
export const CHECK_PROGRAM = `import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const { start, links } = JSON.parse(readFileSync(new URL('./chain.json', import.meta.url), 'utf8'));
let previous = start;
let due = 1;
for (const { n, sealed, chain } of links) {
  const made = createHash('sha256').update(previous + sealed, 'utf8').digest('hex');
  if (n !== due || JSON.parse(sealed).n !== n || made !== chain) {
    console.log('第 ' + due + ' 条不符 / entry ' + due + ' does not hold');
    process.exit(1);
  }
  previous = chain;
  due += 1;
}
console.log(links.length + ' 条首尾相扣 / ' + links.length + ' entries hold, the last is ' + previous);
`;

export const EVIDENCE_README = `证据包 / Evidence pack

request.json   哪一份申请、何时导出 / which request, when this was made
trail.json     每一条留痕：谁、何时、做了什么 / every entry: who, when, what
chain.json     每一条被封存的原文与指纹 / every entry as it was sealed, with its digest
check.mjs      离线核对：node check.mjs / checks it offline: node check.mjs

指纹的起点由申请的编号算出；末条指纹可与系统外留存的每日封存核对。
The chain starts from the id of the request; its last link can be compared with the daily seals that are kept outside the system.
`;
