/** Signs that XML 1.0 does not hold, not even escaped. */
const UNFIT = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text that XML can hold: one sign that it cannot would make the whole file unreadable. Pure. */
export const fitForXml = (text: string): string => text.toWellFormed().replace(UNFIT, '\ufffd');
