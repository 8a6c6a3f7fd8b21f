import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Modal } from 'antd';
import { Command } from 'cmdk';
import { FileText, Search, SquarePen, Zap } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { Found } from '../../shared/api/wire';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { Avatar } from '../../shared/kit/avatar';
import { MoneyText } from '../../shared/kit/money';
import { useAdministration } from '../../shared/state/administration';
import { searchOpen } from '../../shared/state/search-open';
import { signOut, useMe } from '../../shared/state/session';
import { useStore } from '../../shared/state/store';
import { changeLanguage } from '../frame/language-switch';
import { legendOpen } from '../frame/legend-open';
import styles from './search-dialog.module.css';

/** `stale`: what is shown was found by other words, and is not to be chosen any more. */
function useFound(typed: string): { found: Found | undefined; busy: boolean; stale: boolean } {
  const words = useDeferredValue(typed);
  const query = useQuery({
    queryKey: keys.search(words),
    queryFn: ({ signal }) => call<Found>('GET', '/search', { query: { q: words }, signal }),
    enabled: words.trim() !== '',
    placeholderData: (before) => before,
  });
  const busy = query.isFetching || words !== typed;
  return { found: words.trim() === '' ? undefined : query.data, busy, stale: query.isPlaceholderData || words !== typed };
}

type Go = (act: () => unknown) => void;

function FoundGroups({ found, stale, go }: { found: Found; stale: boolean; go: Go }) {
  const { t } = useTranslation('frame');
  const words = useWords();
  const navigate = useNavigate();
  const keeps = useMe().desks.includes('people');
  return (
    <>
      {found.requests.length > 0 ? (
        <Command.Group heading={t('searchRequests')}>
          {found.requests.map((row) => (
            <Command.Item
              key={row.requestId}
              value={`request ${row.requestId}`}
              disabled={stale}
              onSelect={() => go(() => navigate({ to: '/requests/$id', params: { id: row.requestId }, search: {} }))}
            >
              <FileText size={18} aria-hidden />
              <span className={styles.main}>{words(row.rowTitle)}</span>
              <small>
                {words(row.requester.name)} {row.number ?? ''}
              </small>
              {row.amount ? <MoneyText amount={row.amount} /> : null}
            </Command.Item>
          ))}
        </Command.Group>
      ) : null}
      {found.people.length > 0 ? (
        <Command.Group heading={t('searchPeople')}>
          {found.people.map((person) => (
            <Command.Item
              key={person.id}
              value={`person ${person.id}`}
              disabled={stale}
              onSelect={() =>
                go(() =>
                  keeps
                    ? navigate({ to: '/people', search: { person: person.id } })
                    : navigate({ to: '/inbox', search: { q: words(person.name) } }),
                )
              }
            >
              <Avatar person={person} />
              <span className={styles.main}>{words(person.name)}</span>
              <small>{[person.title, person.unit].flatMap((part) => (part ? [words(part)] : [])).join(' · ')}</small>
            </Command.Item>
          ))}
        </Command.Group>
      ) : null}
      {found.definitions.length > 0 ? (
        <Command.Group heading={t('searchProcesses')}>
          {found.definitions.map((process) => (
            <Command.Item
              key={process.key}
              value={`process ${process.key}`}
              disabled={stale}
              onSelect={() => go(() => navigate({ to: '/start/$key', params: { key: process.key }, search: {} }))}
            >
              <SquarePen size={18} aria-hidden />
              <span className={styles.main}>{words(process.title)}</span>
            </Command.Item>
          ))}
        </Command.Group>
      ) : null}
    </>
  );
}

interface Action {
  text: string;
  /** Other words by which somebody looks for it. */
  also?: string;
  run: () => unknown;
}

/** Every page that this person may open, by the words that lead to it elsewhere. */
function usePages(): Action[] {
  const { t } = useTranslation('frame');
  const { t: track } = useTranslation('track');
  const navigate = useNavigate();
  const { desks } = useMe();
  const administration = useAdministration().map(({ to, text }) => ({
    text: t(text),
    also: t('administration'),
    run: () => navigate({ to }),
  }));
  const desk = (name: 'track' | 'stores' | 'finance' | 'people', ...more: Action[]): Action[] =>
    desks.includes(name) ? [{ text: t(name), run: () => navigate({ to: `/${name}`, search: {} }) }, ...more] : [];
  return [
    { text: t('inbox'), run: () => navigate({ to: '/inbox', search: {} }) },
    { text: t('start'), run: () => navigate({ to: '/start', search: {} }) },
    ...desk('track', { text: track('timeSpent'), run: () => navigate({ to: '/analytics', search: {} }) }),
    ...desk('stores'),
    ...desk('finance'),
    ...desk('people'),
    { text: t('notifications'), run: () => navigate({ to: '/notifications' }) },
    { text: t('account'), also: t('accountAlso'), run: () => navigate({ to: '/me' }) },
    { text: t('absence'), run: () => navigate({ to: '/me/absence', search: {} }) },
    ...administration,
  ];
}

function Actions({ typed, go }: { typed: string; go: Go }) {
  const { t } = useTranslation('frame');
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { demo } = useMe();
  const pages = usePages();
  const all: Action[] = [
    ...pages,
    { text: t('switchLanguage'), also: language === 'zh' ? 'English' : '中文', run: () => changeLanguage(language === 'zh' ? 'en' : 'zh') },
    { text: t('keys'), run: () => legendOpen.set(true) },
    {
      text: t(demo ? 'demoSwitch' : 'signOut'),
      also: t('signOut'),
      run: () => signOut(client).finally(() => navigate({ to: '/login', search: {} })),
    },
  ];
  const actions = all.filter(({ text, also = '' }) => `${text} ${also}`.toLowerCase().includes(typed.trim().toLowerCase()));
  if (actions.length === 0) return null;
  return (
    <Command.Group heading={t('searchActions')}>
      {actions.map((action) => (
        <Command.Item key={action.text} value={`action ${action.text}`} onSelect={() => go(action.run)}>
          <Zap size={18} aria-hidden />
          <span className={styles.main}>{action.text}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

/** ⌘K: requests, people, processes and actions in one place. */
export function SearchDialog() {
  const { t } = useTranslation('frame');
  const open = useStore(searchOpen);
  const [typed, setTyped] = useState('');
  const { found, busy, stale } = useFound(typed);
  const go: Go = (act) => {
    searchOpen.set(false);
    setTyped('');
    void act();
  };
  return (
    <Modal
      open={open}
      onCancel={() => searchOpen.set(false)}
      footer={null}
      closable={false}
      title={<span className="visually-hidden">{t('search')}</span>}
      width={560}
      style={{ top: 72 }}
      styles={{ container: { padding: 0 }, header: { margin: 0, height: 0 } }}
      destroyOnHidden
    >
      <Command shouldFilter={false} label={t('search')} className={styles.palette}>
        <div className={styles.field}>
          <Search size={18} aria-hidden />
          <Command.Input
            autoFocus
            value={typed}
            onValueChange={setTyped}
            placeholder={t('search')}
            // What was looked for last is still there, and the next word takes its place.
            onFocus={({ target }) => target.select()}
          />
        </div>
        <Command.List className={styles.list}>
          <Command.Empty className={styles.empty}>{busy ? t('searching') : t('searchNothing')}</Command.Empty>
          {found && stale ? (
            <p role="status" className={styles.status}>
              {t('searching')}
            </p>
          ) : null}
          {found ? <FoundGroups found={found} stale={stale} go={go} /> : null}
          <Actions typed={typed} go={go} />
        </Command.List>
      </Command>
    </Modal>
  );
}
