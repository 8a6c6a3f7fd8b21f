import { Button, Tooltip, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './decision.module.css';
import type { Action } from './use-actions';

/** A button that says why it is off where it stands. */
export function ActionButton({ action, children, ...rest }: { action: Action } & React.ComponentProps<typeof Button>) {
  const { label, press, reason } = action;
  return (
    <Tooltip title={reason}>
      <Button {...rest} disabled={press === undefined} onClick={press} aria-description={reason || undefined}>
        {children ?? label}
      </Button>
    </Tooltip>
  );
}

type MenuItems = NonNullable<MenuProps['items']>;

/** The same as lines of a menu: what is off says why in its place, what is on what follows from it. */
function linesOf(actions: readonly Action[]): MenuItems {
  return actions.map(({ key, label, press, reason, hint, danger }) => {
    const said = press === undefined && reason !== '' ? reason : hint;
    return {
      ...{ key, disabled: press === undefined, danger, onClick: () => press?.() },
      label:
        said === '' ? (
          label
        ) : (
          <span className={styles.line}>
            {label}
            <small>{said}</small>
          </span>
        ),
    };
  });
}

const GROUPS = { together: 'groupTogether', 'hand-on': 'groupHandOn', ask: 'groupAsk' } as const;

/** The lines of a menu, those that belong together under a heading, the others below them, also of a group that this web does not know. */
export function useMenuLines(actions: readonly Action[]): MenuItems {
  const { t } = useTranslation('request');
  const groups = (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).flatMap((group): MenuItems => {
    const lines = linesOf(actions.filter((action) => action.group === group));
    return lines.length === 0
      ? []
      : [
          { key: group, type: 'group', label: t(GROUPS[group]), children: lines },
          { key: `${group} end`, type: 'divider' },
        ];
  });
  return [...groups, ...linesOf(actions.filter(({ group }) => group === null || !Object.hasOwn(GROUPS, group)))];
}
