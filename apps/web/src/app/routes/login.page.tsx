import { LoginPage } from '../../features/login';

/** Most who come in go on to the inbox: its code is on its way while they type, and while the server looks at what they typed. */
const fetchInbox = (): void => void Promise.all([import('../frame/frame'), import('./inbox.page')]).catch(() => undefined);

export function Login() {
  return (
    <div style={{ display: 'contents' }} onPointerDown={fetchInbox} onInput={fetchInbox}>
      <LoginPage />
    </div>
  );
}
