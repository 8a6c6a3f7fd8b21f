import { useEffect, useState } from 'react';
import { agoText, exactText, momentText, waitText } from '../format/moment';
import { useLanguage } from '../i18n/use-language';

/** The present, refreshed every half minute, so that “2 小时” does not go stale on an open page. */
export function useNow(everyMilliseconds = 30_000): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMilliseconds);
    return () => clearInterval(timer);
  }, [everyMilliseconds]);
  return now;
}

const texts = { moment: momentText, ago: agoText, wait: waitText };

/** A time as people say it, with the exact one on hover. `moment` = 今天 09:12, `ago` = 3 小时前, `wait` = 等了 2 小时. */
export function Moment({ at, as = 'moment' }: { at: string; as?: keyof typeof texts }) {
  const language = useLanguage();
  const now = useNow();
  return (
    <time dateTime={at} title={exactText(at, language)}>
      {texts[as](at, language, now)}
    </time>
  );
}
