import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import { pagesOf } from '../../../shared/api/pages-of';
import type { components } from '../../../shared/api/schema';
import { TryAgain } from '../../../shared/effects/try-again';
import { agoText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { Confirm } from '../../../shared/kit/controls/confirm';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { showToast } from '../../../shared/state/toasts';
import { PagedSection } from '../paged-section';
import { DeadRow } from './dead-row';

type DeadMail = components['schemas']['DeadMailItem'];

const mailsQuery = pagesOf<components['schemas']['DeadMailPage']>(keys.deadMails, '/dead-mails');

/** Mails that the mail server did not take; nothing at all where there are none. */
export function DeadMails() {
  const { t } = useTranslation('administration');
  return (
    <PagedSection
      query={useInfiniteQuery(mailsQuery)}
      label={t('mails')}
      titled
      bones={1}
      exported="dead-mails"
      empty={null}
      lead={<p className="hint">{t('mailsLead')}</p>}
      row={(mail) => <MailRow mail={mail} />}
    />
  );
}

function useDrop({ id }: DeadMail) {
  const { t } = useTranslation('administration');
  const client = useQueryClient();
  const problemText = useProblemText();
  const read = (): Promise<void> => client.invalidateQueries({ queryKey: keys.deadMails });
  const onError = (error: unknown): void => {
    showToast({ id: 'dead-mail', tone: 'problem', text: problemText(error) });
    void read();
  };
  return useMutation({
    mutationFn: () => call<void>('POST', `/dead-mails/${id}/drop`),
    onSuccess: () => {
      showToast({ id: 'dead-mail', tone: 'done', text: t('mailDone-drop') });
      return read();
    },
    onError,
  });
}

function MailRow({ mail }: { mail: DeadMail }) {
  const { t } = useTranslation('administration');
  const words = useWords();
  const language = useLanguage();
  const drop = useDrop(mail);
  const name = words(mail.person.name);
  return (
    <DeadRow
      person={mail.person}
      facts={[t('letterTried', { count: mail.attempts }), t('letterSince', { span: agoText(mail.since, language) })]}
      detail={mail.detail}
      buttons={
        <>
          <TryAgain path={`/dead-mails/${mail.id}/resend`} what={t('mailTo', { name })} why={null} stale={keys.deadMails} />
          <Confirm title={t('mailDropSure')} okText={t('letterGiveUp')} onConfirm={() => drop.mutate()}>
            <Button type="text" danger disabled={drop.isPending} aria-label={t('mailDropOf', { name })}>
              {t('letterGiveUp')}
            </Button>
          </Confirm>
        </>
      }
    >
      <p>{t('mailWhat', { name, count: mail.notices })}</p>
    </DeadRow>
  );
}
