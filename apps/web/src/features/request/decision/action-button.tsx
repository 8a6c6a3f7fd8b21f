import { Button, Tooltip, type MenuProps } from 'antd';
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

/** The same as lines of a menu: what is off says why in its place, what is on what follows from it. */
export function menuLines(actions: readonly Action[]): NonNullable<MenuProps['items']> {
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
