import { Button, Tooltip } from 'antd';
import type { AllowedCommand } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';

/** A button that says why it is off where it stands. */
export function CommandButton({
  option,
  off,
  children,
  ...rest
}: { option: AllowedCommand; off: boolean } & React.ComponentProps<typeof Button>) {
  const words = useWords();
  const reason = option.enabled ? '' : option.reason ? words(option.reason.text) : '';
  return (
    <Tooltip title={reason}>
      <Button {...rest} disabled={off || !option.enabled} aria-description={reason || undefined}>
        {children ?? words(option.label)}
      </Button>
    </Tooltip>
  );
}
