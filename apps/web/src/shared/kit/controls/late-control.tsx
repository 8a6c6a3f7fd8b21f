import { cloneElement, useEffect, useLayoutEffect, useRef, useState, type ComponentType, type ReactElement, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { lineIsFree } from '../../state/first-sight';
import { createStore, useStore } from '../../state/store';
import { showToast } from '../../state/toasts';

interface ButtonProps {
  onClick?: () => void;
  ref?: Ref<HTMLButtonElement>;
  'aria-expanded'?: boolean;
  'aria-busy'?: boolean;
}

/** What a control is told that opens from a button. */
export interface OpensFromButton {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactElement<ButtonProps>;
}

/**
 * A control that opens something and whose code comes after the page: its button is there at once. Pressed before the code has come, it
 * opens as soon as it has.
 */
export function lateControl<P extends object>(load: () => Promise<ComponentType<P & OpensFromButton>>) {
  const part = createStore<{ Control: ComponentType<P & OpensFromButton> } | null>(null);
  let loading: Promise<boolean> | null = null;
  const arrive = (): Promise<boolean> =>
    (loading ??= load()
      .then(
        (Control) => (part.set({ Control }), true),
        () => false,
      )
      .finally(() => (loading = null)));
  return function LateControl({ children, ...props }: P & Pick<OpensFromButton, 'children'>) {
    const { t } = useTranslation('frame');
    const found = useStore(part);
    const [open, setOpen] = useState(false);
    const button = useRef<HTMLButtonElement>(null);
    const focused = useRef(false);
    useEffect(() => {
      if (part.get() === null) void lineIsFree.then(arrive);
    }, []);
    useLayoutEffect(() => {
      // The button is another one now; whoever stood on it still does.
      if (found && focused.current) button.current?.focus();
    }, [found]);
    const press = async (): Promise<void> => {
      setOpen(true);
      if (await arrive()) return;
      setOpen(false);
      showToast({ id: 'late-control', tone: 'problem', text: t('offline') });
    };
    if (found) {
      return (
        <found.Control {...(props as unknown as P)} open={open} onOpenChange={setOpen}>
          {cloneElement(children, { ref: button, 'aria-expanded': open })}
        </found.Control>
      );
    }
    return (
      <span style={{ display: 'contents' }} onFocus={() => (focused.current = true)} onBlur={() => (focused.current = false)}>
        {cloneElement(children, { onClick: () => void press(), 'aria-expanded': false, 'aria-busy': open })}
      </span>
    );
  };
}
