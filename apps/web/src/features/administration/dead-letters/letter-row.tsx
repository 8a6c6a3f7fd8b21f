import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agoText, stampText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { Confirm } from '../../../shared/kit/controls/confirm';
import styles from './dead-letters.module.css';
import { DeadRow } from './dead-row';
import { GiveUpDialog } from './give-up-dialog';
import { useLetter, type DeadLetter } from './letters-query';

/** What was asked, by whom, of which request, why it did not get there, since when; and what can be done about it. */
export function LetterRow({ letter }: { letter: DeadLetter }) {
  const { t } = useTranslation('administration');
  const words = useWords();
  const language = useLanguage();
  const { resend, giveUp } = useLetter(letter);
  const [asking, setAsking] = useState(false);
  const busy = resend.isPending || giveUp.isPending;
  const what = words(letter.label);
  const place = [words(letter.definitionTitle), letter.number].filter(Boolean).join(' ');
  const named = { what, name: words(letter.person.name) };
  return (
    <DeadRow
      person={letter.person}
      facts={[
        t('letterTried', { count: letter.attempts }),
        t('letterSent', { when: stampText(letter.sentAt, language) }),
        t('letterSince', { span: agoText(letter.since, language) }),
      ]}
      detail={letter.detail}
      buttons={
        <>
          <Confirm title={t('letterResendSure')} okText={t('letterResend')} onConfirm={() => resend.mutate()}>
            <Button loading={resend.isPending} disabled={busy} aria-label={t('letterResendOf', named)}>
              {t('letterResend')}
            </Button>
          </Confirm>
          <Button type="text" danger disabled={busy} aria-label={t('letterGiveUpOf', named)} onClick={() => setAsking(true)}>
            {t('letterGiveUp')}
          </Button>
          {asking ? (
            <GiveUpDialog
              letter={letter}
              busy={giveUp.isPending}
              onGiveUp={(reason) => giveUp.mutate(reason, { onSettled: () => setAsking(false) })}
              onClose={() => setAsking(false)}
            />
          ) : null}
        </>
      }
    >
      <p>
        <b>{words(letter.person.name)}</b>
        {t('letterWhat', { what })}{' '}
        <Link to="/requests/$id" params={{ id: letter.requestId }} search={{}} className={`finger ${styles.place}`}>
          {place}
        </Link>
      </p>
      <p className={styles.why}>{words(letter.why)}</p>
    </DeadRow>
  );
}
