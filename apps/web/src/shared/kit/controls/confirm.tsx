import { Popconfirm, type PopconfirmProps } from 'antd';
import { useId, useRef } from 'react';

/**
 * Asks once more beside the button that was pressed. The question lies at the end of the page, where the keyboard would come to it last: the focus
 * goes to its first button, which does nothing, and back to where it was when the question is gone.
 */
export function Confirm({ children, ...props }: Omit<PopconfirmProps, 'onOpenChange' | 'afterOpenChange' | 'cancelButtonProps'>) {
  const id = useId();
  const opener = useRef<Element | null>(null);
  const asked = (): HTMLElement | null => document.getElementById(id);
  const afterOpenChange = (open: boolean): void => {
    if (open) asked()?.focus({ preventScroll: true });
    // Whoever has gone on elsewhere stays there.
    else if (document.activeElement === document.body || asked()?.closest('.ant-popover')?.contains(document.activeElement))
      (opener.current as HTMLElement | null)?.focus({ preventScroll: true });
  };
  return (
    <Popconfirm
      {...props}
      cancelButtonProps={{ id }}
      onOpenChange={(open) => {
        if (open) opener.current = document.activeElement;
      }}
      afterOpenChange={afterOpenChange}
    >
      {children}
    </Popconfirm>
  );
}
