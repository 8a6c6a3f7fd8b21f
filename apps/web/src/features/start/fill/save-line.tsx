import { useTranslation } from 'react-i18next';
import { clockText } from '../../../shared/format/moment';
import type { SaveState } from './autosave';

/** Where the last keystroke is, in a few words. */
export function SaveLine({ state, returned }: { state: SaveState; returned: boolean }) {
  const { t } = useTranslation('fill');
  const text = {
    idle: () => '',
    typing: () => t('typing'),
    saving: () => t('saving'),
    saved: (at: Date) => t(returned ? 'autosavedReturned' : 'autosaved', { clock: clockText(at) }),
    kept: () => t('kept'),
  }[state.kind]('at' in state ? state.at : new Date(0));
  return <span role="status">{text}</span>;
}
