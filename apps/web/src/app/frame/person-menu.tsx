import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/i18n/use-language';
import { Avatar } from '../../shared/kit/avatar';
import { LateDropdown } from '../../shared/kit/controls/late-dropdown';
import { lookChoice, useLookChoice, type LookChoice } from '../../shared/state/look';
import { useAdministration } from '../../shared/state/administration';
import { signOut, useMe } from '../../shared/state/session';
import styles from './frame.module.css';
import { legendOpen } from './legend-open';

/** The signed-in person: account, look, keys, sign out. */
export function PersonMenu() {
  const { t } = useTranslation('frame');
  const { person, demo } = useMe();
  const words = useWords();
  const look = useLookChoice();
  const administration = useAdministration();
  const navigate = useNavigate();
  const client = useQueryClient();
  const items: MenuProps['items'] = [
    { key: 'account', label: t('account'), onClick: () => void navigate({ to: '/me' }) },
    { key: 'absence', label: t('absence'), onClick: () => void navigate({ to: '/me/absence', search: {} }) },
    ...(administration.length > 0
      ? [
          {
            key: 'administration',
            type: 'group' as const,
            label: t('administration'),
            children: administration.map(({ to, text }) => ({ key: to, label: t(text), onClick: () => void navigate({ to }) })),
          },
        ]
      : []),
    {
      key: 'look',
      type: 'group',
      label: t('look'),
      children: (['light', 'dark', 'system'] satisfies LookChoice[]).map((choice) => ({
        key: choice,
        label: t(choice === 'light' ? 'lookLight' : choice === 'dark' ? 'lookDark' : 'lookSystem'),
        onClick: () => lookChoice.set(choice),
      })),
    },
    { type: 'divider' },
    { key: 'keys', label: t('keys'), onClick: () => legendOpen.set(true) },
    {
      key: 'leave',
      label: demo ? t('demoSwitch') : t('signOut'),
      onClick: () => void signOut(client).finally(() => navigate({ to: '/login', search: {} })),
    },
  ];
  return (
    <LateDropdown menu={{ items, selectedKeys: [look] }} placement="bottomRight">
      <button type="button" className={`plain ${styles.quiet} ${styles.person}`} aria-haspopup="menu">
        <Avatar person={person} />
        <span>{words(person.name)}</span>
        {person.title ? <small>{words(person.title)}</small> : null}
      </button>
    </LateDropdown>
  );
}
