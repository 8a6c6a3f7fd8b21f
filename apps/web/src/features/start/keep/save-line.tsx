import { useTranslation } from 'react-i18next';
import { calendarDays, clockText, momentText } from '../../../shared/format/moment';
import { useLanguage } from '../../../shared/i18n/use-language';
import type { SaveState } from './autosave';

/** Where the last keystroke is, in a few words. */
export function SaveLine({ state, returned }: { state: SaveState; returned: boolean }) {
  const { t } = useTranslation('fill');
  const language = useLanguage();
  const when = (at: Date) => (calendarDays(at, new Date()) === 0 ? clockText(at) : momentText(at.toISOString(), language));
  const text = {
    idle: () => '',
    typing: () => t('typing'),
    saving: () => t('saving'),
    saved: (at: Date) => t(returned ? 'autosavedReturned' : 'autosaved', { clock: when(at) }),
    kept: () => t('kept'),
    held: () => t('held'),
  }[state.kind]('at' in state ? state.at : new Date(0));
  return <span role="status">{text}</span>;
}
