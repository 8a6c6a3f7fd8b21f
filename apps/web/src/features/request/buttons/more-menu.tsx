import { Button, Drawer, Dropdown, Menu, type MenuProps } from 'antd';
import { ChevronDown, CircleSlash2, Ellipsis } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import bar from '../decision/decision.module.css';
import styles from './more-menu.module.css';
import { OperationIcon } from './operation-icon';
import type { Action } from '../decision/use-actions';

type MenuItems = NonNullable<MenuProps['items']>;

/** One thing that can be done: what follows from it, or why it is off. */
function lineOf({ key, command, label, press, reason, hint, danger }: Action): MenuItems[number] {
  const off = press === undefined && reason !== '';
  const said = off ? reason : hint;
  return {
    ...{ key, disabled: press === undefined, danger, onClick: () => press?.() },
    label: (
      <span className={styles.line}>
        <OperationIcon command={command} />
        <span className={styles.label}>{label}</span>
        {said === '' ? null : (
          <small>
            {off ? <CircleSlash2 size={12} aria-hidden /> : null}
            {said}
          </small>
        )}
      </span>
    ),
  };
}

const GROUPS = { together: 'groupTogether', 'hand-on': 'groupHandOn', ask: 'groupAsk' } as const;

/** Those that belong together under a heading, the others below them, also of a group that this web does not know. */
function useLines(actions: readonly Action[]): MenuItems {
  const { t } = useTranslation('request');
  const headed = (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).flatMap((group): MenuItems[] => {
    const children = actions.filter((action) => action.group === group).map(lineOf);
    return children.length === 0 ? [] : [[{ key: group, type: 'group', label: t(GROUPS[group]), children }]];
  });
  const others = actions.filter(({ group }) => group === null || !Object.hasOwn(GROUPS, group)).map(lineOf);
  const blocks = others.length === 0 ? headed : [...headed, others];
  return blocks.flatMap((block, at): MenuItems => (at === 0 ? block : [{ key: `above ${at}`, type: 'divider' }, ...block]));
}

/** Which keys lead through the menu. */
function Keys() {
  const { t } = useTranslation('request');
  return (
    <p className={styles.keys} aria-hidden>
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {t('menuChoose')}
      </span>
      <span>
        <kbd>Enter</kbd> {t('menuOpen')}
      </span>
      <span>
        <kbd>Esc</kbd> {t('menuClose')}
      </span>
      <span className={styles.kept}>{t('menuKept')}</span>
    </p>
  );
}

const framed = (menu: ReactNode): ReactNode => (
  <div className={styles.frame}>
    {menu}
    <Keys />
  </div>
);

/** What else can be done, on a desk: one line for each, with its consequence beside it. */
export function MoreMenu({ actions }: { actions: readonly Action[] }) {
  const { t } = useTranslation('request');
  const items = useLines(actions);
  if (actions.length === 0) return null;
  return (
    <Dropdown menu={{ items, className: styles.menu ?? '' }} trigger={['click']} placement="topRight" autoFocus popupRender={framed}>
      <Button type="text">
        {t('more')}
        <ChevronDown size={14} aria-hidden />
      </Button>
    </Dropdown>
  );
}

/** What else can be done, on a phone: a sheet at the thumb. */
export function MoreSheet({ actions }: { actions: readonly Action[] }) {
  const { t } = useTranslation('request');
  const [open, setOpen] = useState(false);
  const items = useLines(actions);
  if (actions.length === 0) return null;
  return (
    <>
      <Button
        icon={<Ellipsis size={20} />}
        aria-label={t('more')}
        aria-haspopup="menu"
        className={bar.dots}
        onClick={() => setOpen(true)}
      />
      <Drawer open={open} onClose={() => setOpen(false)} placement="bottom" size="auto" title={t('more')} className={styles.sheet ?? ''}>
        <Menu mode="vertical" items={items} selectable={false} className={styles.menu} onClick={() => setOpen(false)} />
      </Drawer>
    </>
  );
}
