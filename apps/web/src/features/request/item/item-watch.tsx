import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../../shared/api/keys';
import { refresherOf } from '../../../shared/api/refresh';
import { useWords } from '../../../shared/i18n/use-language';
import { useOnline } from '../../../shared/state/online';
import { useMe } from '../../../shared/state/session';
import { showToast } from '../../../shared/state/toasts';
import { useItemDrafts } from './item-drafts';
import { sendItems } from './item-sending';

const EVERY_MS = 3_000;

/** Sends items that were done on the way as soon as there is a connection, whatever page is open, and says how each ended. */
export function ItemWatch() {
  const { t } = useTranslation('list');
  const words = useWords();
  const client = useQueryClient();
  const online = useOnline();
  const { person } = useMe();
  const waiting = useItemDrafts().filter(({ press, photos }) => press !== null || photos.some(({ file }) => file === null)).length;
  useEffect(() => {
    if (waiting === 0 || !online) return undefined;
    const send = () =>
      void sendItems(person.id, t('photoLost'), (draft, came) => {
        if (came === 'idle' || came === 'waits') return;
        const title = words(draft.title);
        if (came === 'done' && draft.press) showToast({ id: `item ${draft.item}`, tone: 'done', text: t('arrived', { title }) });
        if (came === 'refused') showToast({ id: `item ${draft.item}`, tone: 'problem', text: t('refusedToast', { title }) });
        refresherOf(client).after(draft.requestId, null);
        void client.invalidateQueries({ queryKey: keys.request(draft.requestId) });
      });
    send();
    const timer = setInterval(send, EVERY_MS);
    return () => clearInterval(timer);
  }, [waiting, online, person.id]);
  return null;
}
