import { ConfigProvider } from 'antd';
import antdEn from 'antd/locale/en_US';
import antdZh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/use-language';
import { useCalm, useLook } from '../../state/look';
import { useViewport } from '../../state/viewport';
import { antdThemeOf } from '../../theme-of-controls';

/**
 * Look and language of the library's controls, around every page or part that uses some. The frame, the inbox's list and the sign-in page have
 * none of them: they are there before the library is.
 */
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
      {children}
    </ConfigProvider>
  );
}
