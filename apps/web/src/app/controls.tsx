import { App as AntApp, ConfigProvider } from 'antd';
import antdEn from 'antd/locale/en_US';
import antdZh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { useLanguage } from '../shared/i18n/use-language';
import { useCalm, useLook } from '../shared/state/look';
import { useViewport } from '../shared/state/viewport';
import { antdThemeOf } from '../shared/theme';

/** Look and language of the library's controls. The sign-in page has none of them and is there before they are. */
export function Controls({ children }: { children: ReactNode }) {
  const look = useLook();
  const calm = useCalm();
  const fingers = useViewport() === 'phone';
  const language = useLanguage();
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  return (
    <ConfigProvider
      locale={language === 'zh' ? antdZh : antdEn}
      theme={antdThemeOf(look, { calm, fingers })}
      button={{ autoInsertSpace: false }}
    >
      <AntApp component={false}>{children}</AntApp>
    </ConfigProvider>
  );
}
