import { ownValue } from '@countersign/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Mentions } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import { useMe } from '../../../shared/state/session';
import type { Discussion, PersonRef, RequestFile } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { onSendKeys } from '../../../shared/keyboard/send-keys';
import { Avatar } from '../../../shared/kit/avatar';
import { Moment } from '../../../shared/kit/moment';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { useOnline } from '../../../shared/state/online';
import { createStoredStore, useStore } from '../../../shared/state/store';
import { useTooLong } from '../../../shared/words/too-long';
import { AttachedFiles, AttachFiles } from './comment-files';
import styles from './discussion-thread.module.css';
import { mentionedIn, partsOf } from './mentions';
import { SeenBy } from './seen-by';
import { useDiscussion, useReaders } from '../use-request';

/** What was written and has not arrived, by request: it survives reloads, other items and lost connections. */
const unsent = createStoredStore<Record<string, string>>('comments', {}, 'person');
const unsentFiles = createStoredStore<Record<string, RequestFile[]>>('comment-files', {}, 'person');

/** People to whom one may speak: whom the request concerns, oneself left out. They are asked for once somebody writes. */
function useAddressees(id: string, wanted: boolean): PersonRef[] {
  const me = useMe().person.id;
  const { data } = useReaders(id, wanted);
  return (data?.items ?? []).map(({ person }) => person).filter((person) => person.id !== me);
}

function Write({ id }: { id: string }) {
  const { t } = useTranslation('request');
  const client = useQueryClient();
  const online = useOnline();
  const problemText = useProblemText();
  const text = ownValue(useStore(unsent), id) ?? '';
  const setText = (next: string) => unsent.set(({ [id]: _before, ...rest }) => (next === '' ? rest : { ...rest, [id]: next }));
  const files = ownValue(useStore(unsentFiles), id) ?? [];
  const setFiles = (next: RequestFile[]) =>
    unsentFiles.set(({ [id]: _before, ...rest }) => (next.length === 0 ? rest : { ...rest, [id]: next }));
  const [wanted, setWanted] = useState(text.includes('@'));
  const [sent, setSent] = useState(0);
  const words = useWords();
  const people = useAddressees(id, wanted);
  const nameOf = ({ name }: PersonRef): string => words(name);
  const post = useMutation({
    mutationFn: () => {
      const mentions = mentionedIn(text, people, nameOf).map((person) => person.id);
      const attached = files.map((file) => file.id);
      const body = { text: text.trim(), ...(mentions.length > 0 ? { mentions } : {}), ...(attached.length > 0 ? { files: attached } : {}) };
      return call('POST', `/requests/${id}/comments`, { body });
    },
    onSuccess: () => {
      setText('');
      setFiles([]);
      setSent((before) => before + 1);
      return client.invalidateQueries({ queryKey: keys.request(id) });
    },
  });
  const over = useTooLong()(text);
  const ready = text.trim() !== '' && over === null && online && !post.isPending;
  return (
    <div className={styles.write}>
      <Mentions
        value={text}
        options={people.map((person) => ({ value: words(person.name), key: person.id, label: addressee(person, words) }))}
        onFocus={() => setWanted(true)}
        status={over === null ? '' : 'error'}
        aria-invalid={over !== null}
        autoSize={{ minRows: 1, maxRows: 6 }}
        placeholder={t('discussionField')}
        aria-label={t('discussionField')}
        onChange={setText}
        onKeyDown={onSendKeys(ready ? () => post.mutate() : undefined)}
      />
      <Button onClick={() => post.mutate()} disabled={!ready} loading={post.isPending}>
        {t('discussionSend')}
      </Button>
      <AttachFiles key={sent} requestId={id} files={files} onChange={setFiles} />
      {over === null ? null : <p role="alert">{over}</p>}
      {post.error ? <p role="alert">{problemText(post.error)}</p> : null}
    </div>
  );
}

const addressee = ({ name, title }: PersonRef, words: ReturnType<typeof useWords>): string =>
  title ? `${words(name)} · ${words(title)}` : words(name);

/** What was said; whoever is spoken to stands out. */
function Said({ item }: { item: Discussion['items'][number] }) {
  const words = useWords();
  const me = useMe().person.id;
  // Written in one language, it is read in both.
  const parts = partsOf(item.text, item.mentions, ({ name }) => (item.text.includes(`@${name.zh}`) ? name.zh : name.en));
  return (
    <p className={styles.text}>
      {parts.map(({ text, person }, index) =>
        person ? (
          <b key={index} className={styles.mention} data-you={person.id === me} title={person.title ? words(person.title) : undefined}>
            {text}
          </b>
        ) : (
          text
        ),
      )}
    </p>
  );
}

/** Talk beside the decision: everybody who takes part reads it, and it decides nothing. */
export function DiscussionThread({ id, own }: { id: string; own: boolean }) {
  const { t } = useTranslation(['request', 'audit']);
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
                <p className="hint">{t('audit:auditToken', { name: item.token.name, by: words(item.token.issuedBy.name) })}</p>
              ) : null}
              <Said item={item} />
              <AttachedFiles files={item.files} />
            </div>
          </li>
        ))}
      </ul>
      <Write id={id} />
      {own ? <SeenBy id={id} /> : null}
    </div>
  );
}
