import { useLanguage } from '../i18n/use-language';

/** A calendar day, YYYY-MM-DD, as people read it: as it stands in Chinese, `20 Feb 2027` in English. */
export function useDayText(): (day: string) => string {
  const language = useLanguage();
  return (day) =>
    language === 'zh'
      ? day
      : new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(day));
}
