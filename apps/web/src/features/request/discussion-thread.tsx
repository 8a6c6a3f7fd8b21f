import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import { useWords } from '../../shared/i18n/use-language';
import { onSendKeys } from '../../shared/keyboard/send-keys';
import { Avatar } from '../../shared/kit/avatar';
import { Moment } from '../../shared/kit/moment';
import { useProblemText } from '../../shared/kit/states';
import { useOnline } from '../../shared/state/online';
import { createStoredStore, useStore } from '../../shared/state/store';
import { useTooLong } from '../../shared/words/too-long';
import styles from './discussion-thread.module.css';
import { useDiscussion } from './use-request';

/** What was written and has not arrived, by request: it survives reloads, other items and lost connections. */
const unsent = createStoredStore<Record<string, string>>('comments', {}, 'person');

function Write({ id }: { id: string }) {
  const { t } = useTranslation('request');
  const client = useQueryClient();
  const online = useOnline();
  const problemText = useProblemText();
  const text = useStore(unsent)[id] ?? '';
  const setText = (next: string) => unsent.set(({ [id]: _before, ...rest }) => (next === '' ? rest : { ...rest, [id]: next }));
  const post = useMutation({
    mutationFn: () => call('POST', `/requests/${id}/comments`, { body: { text: text.trim() } }),
    onSuccess: () => {
      setText('');
      return client.invalidateQueries({ queryKey: keys.request(id) });
    },
  });
  const over = useTooLong()(text);
  const ready = text.trim() !== '' && over === null && online && !post.isPending;
  return (
    <div className={styles.write}>
      <Input.TextArea
        value={text}
        status={over === null ? '' : 'error'}
        aria-invalid={over !== null}
        autoSize={{ minRows: 1, maxRows: 6 }}
        placeholder={t('discussionField')}
        aria-label={t('discussionField')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onSendKeys(ready ? () => post.mutate() : undefined)}
      />
      <Button onClick={() => post.mutate()} disabled={!ready} loading={post.isPending}>
        {t('discussionSend')}
      </Button>
      {over === null ? null : <p role="alert">{over}</p>}
      {post.error ? <p role="alert">{problemText(post.error)}</p> : null}
    </div>
  );
}

/** Talk beside the decision: everybody who takes part reads it, and it decides nothing. */
export function DiscussionThread({ id }: { id: string }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useDiscussion(id);
  return (
    <div className={styles.thread}>
      {data?.length === 0 ? <p className="hint">{t('discussionHint')}</p> : null}
      {hasNextPage ? (
        <Button type="link" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('discussionEarlier')}
        </Button>
      ) : null}
      <ul className={styles.list}>
        {data?.map((item) => (
          <li key={item.id}>
            <Avatar person={item.person} />
            <div>
              <p className={styles.head}>
                <b>{words(item.person.name)}</b>
                {item.person.title ? <span>{words(item.person.title)}</span> : null}
                <small>
                  <Moment at={item.at} />
                </small>
              </p>
              {item.token ? (
                <p className="hint">{t('auditToken', { name: item.token.name, by: words(item.token.issuedBy.name) })}</p>
              ) : null}
              <p className={styles.text}>{item.text}</p>
            </div>
          </li>
        ))}
      </ul>
      <Write id={id} />
    </div>
  );
}
