import { Button, Tooltip } from 'antd';
import type { Action } from '../decision/use-actions';

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
