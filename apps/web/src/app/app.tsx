import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import antdEn from 'antd/locale/en_US';
import antdZh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useState } from 'react';
import { configureClient, ProblemError } from '../shared/api/client';
import { useLanguage } from '../shared/i18n/use-language';
import { useCalm, useLook } from '../shared/state/look';
import { useViewport } from '../shared/state/viewport';
import { antdThemeOf } from '../shared/theme';
import { createAppRouter } from './router';

const tries = (count: number, error: unknown): boolean =>
  count < 2 && !(error instanceof ProblemError && error.status >= 400 && error.status < 500);

function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 10_000, retry: tries, refetchOnWindowFocus: true }, mutations: { retry: false } },
  });
}

/** Everything that each page needs: queries, routes, the look and the language of the controls. */
export function App() {
  const [client] = useState(createClient);
  const [router] = useState(() => createAppRouter(client));
  const look = useLook();
  const calm = useCalm();
  const fingers = useViewport() === 'phone';
  const language = useLanguage();
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  useEffect(() => {
    configureClient({
      onSignedOut: () => {
        if (router.state.location.pathname === '/login') return;
        client.clear();
        void router.navigate({ to: '/login', search: { next: router.state.location.href } });
      },
    });
  }, [client, router]);
  return (
    <ConfigProvider
      locale={language === 'zh' ? antdZh : antdEn}
      theme={antdThemeOf(look, { calm, fingers })}
      button={{ autoInsertSpace: false }}
    >
      <AntApp component={false}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
