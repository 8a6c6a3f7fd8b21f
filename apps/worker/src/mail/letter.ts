import type { OutgoingMail, WordedNotice } from '@countersign/database';
import { formatMoney, ownValue, type Language, type MailText } from '@countersign/domain';

/** A notice with what its definition says of it in a mail. */
export type MailedNotice = Pick<WordedNotice, 'id' | 'title' | 'number' | 'amount' | 'reason' | 'requestId' | 'taskId'> & {
  mail: MailText | null;
};

/** A mail as it is read. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** So many notices are told in one mail; of more it says how many there are. */
const TOLD = 50;

const WORDS = {
  zh: {
    many: (count: number, open: number) => `您有 ${count} 条新消息${open > 0 ? `，其中 ${open} 项等您处理` : ''}`,
    hello: (name: string) => `${name}，您好：`,
    more: (count: number) => `以及另外 ${count} 条，请在系统中查看。`,
    open: '打开',
    reason: (text: string) => `说明：${text}`,
    foot: (company: string) => `本邮件由 ${company} 的审批系统发出，请勿回复。邮件里的链接只打开页面，不会替您作出任何决定。`,
    wishes: '在「我的账号」中设置邮件消息：',
  },
  en: {
    many: (count: number, open: number) => `${count} new messages${open > 0 ? `, ${open} waiting for you` : ''}`,
    hello: (name: string) => `Hello ${name},`,
    more: (count: number) => `and ${count} more: please see the list in the system.`,
    open: 'Open',
    reason: (text: string) => `Note: ${text}`,
    foot: (company: string) =>
      `This mail comes from the approval system of ${company}; please do not reply to it. Its links only open a page: they never decide anything for you.`,
    wishes: 'Choose what comes by mail under “My account”: ',
  },
} as const satisfies Record<Language, object>;

interface NoticeWords {
  line: string;
  more: string[];
  link: string;
}

/** The words of a mail about some notices. Pure. `site`: the address under which people reach the product. */
export function letter(mail: Pick<OutgoingMail, 'name' | 'language' | 'company'>, notices: readonly MailedNotice[], site: string): Letter {
  const { name, language, company } = mail;
  const words = WORDS[language];
  const told = notices.slice(0, TOLD).map((notice) => toldOf(notice, language, site));
  const rest = notices.length > TOLD ? [words.more(notices.length - TOLD)] : [];
  const [only] = notices;
  const subject =
    notices.length === 1 && only
      ? subjectOf(only, language)
      : words.many(notices.length, notices.filter(({ taskId }) => taskId !== null).length);
  const foot = [words.foot(company), `${words.wishes}${site}/me`];
  const blocks = told.map(({ line, more, link }) => [line, ...more, `${words.open}: ${link}`].join('\n'));
  return {
    subject: oneLine(subject),
    text: [words.hello(name), ...blocks, ...rest, `-- \n${foot.join('\n')}`].join('\n\n'),
    html: page(language, [
      paragraph(escaped(words.hello(name))),
      ...told.map((each) => item(each, words.open)),
      ...rest.map((line) => paragraph(escaped(line))),
      `<p style="color:#66717A;font-size:12px;line-height:18px;border-top:1px solid #E6E3DC;padding-top:12px">${foot.map(escaped).join('<br>')}</p>`,
    ]),
  };
}

function subjectOf({ mail, title, number }: MailedNotice, language: Language): string {
  return mail ? mail.subject[language] : [title[language], number].filter(Boolean).join(' · ');
}

function toldOf({ mail, title, number, amount, reason, requestId }: MailedNotice, language: Language, site: string): NoticeWords {
  const money = amount === null ? null : formatMoney(amount, language);
  const facts = [number, money].filter(Boolean).join(' · ');
  const own = mail === null ? [] : mail.text[language].split('\n');
  const more = [...own, ...(facts === '' ? [] : [facts]), ...(reason === null ? [] : [WORDS[language].reason(reason)])];
  return {
    line: mail ? mail.subject[language] : title[language],
    more,
    link: `${site}${requestId === null ? '/notifications' : `/requests/${requestId}`}`,
  };
}

/** No line of a header holds a break, whatever somebody called their request. */
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ownValue(SIGNS, sign) ?? sign);

const paragraph = (html: string): string => `<p style="margin:0 0 16px">${html}</p>`;

function item({ line, more, link }: NoticeWords, open: string): string {
  const below = more.map((each) => `<br><span style="color:#59636B">${escaped(each)}</span>`).join('');
  return paragraph(`<strong>${escaped(line)}</strong>${below}<br><a style="color:#0E6A6B" href="${escaped(link)}">${open}</a>`);
}

function page(language: Language, parts: string[]): string {
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><body style="font:14px/22px sans-serif;color:#1D2327;max-width:640px">${parts.join('\n')}</body></html>`;
}
