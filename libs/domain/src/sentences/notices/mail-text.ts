import type { Notice } from '../../request/effect';
import type { Bilingual } from '../../text/bilingual';
import { inBoth } from '../../wording/names';
import { renderTemplate, templatePlaces, type Filling } from '../../wording/template';

/** What a mail says: one line, and what stands below it. */
export interface MailText {
  subject: Bilingual;
  text: Bilingual;
}

/**
 * What a definition's own template says of a notice, filled; null where it has none, or where a place of it is hidden from the reader: they get the
 * words of the house. Pure.
 */
export function mailText(notice: Notice, filling: Filling, hidden: ReadonlySet<string>): MailText | null {
  const template = filling.definition.mails?.find((mail) => mail.notice === notice);
  if (!template) return null;
  const places = [...templatePlaces(template.subject), ...templatePlaces(template.text)];
  if (places.some((place) => hidden.has(place))) return null;
  const lines = inBoth((language) =>
    template.text[language]
      .split('\n')
      .map((line) => renderTemplate(pair(line), filling, language))
      .join('\n'),
  );
  return { subject: inBoth((language) => renderTemplate(template.subject, filling, language)), text: lines };
}

const pair = (line: string): Bilingual => ({ zh: line, en: line });
