import type { Definition } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import type { SaveState } from '../keep/autosave';
import styles from './fill.module.css';
import { SaveLine } from '../keep/save-line';

interface FillHeadProps {
  definition: Definition;
  saveState: SaveState;
  returned: boolean;
}

/** What is being filled in: title, version, and where the draft is. */
export function FillHead({ definition, saveState, returned }: FillHeadProps) {
  const { t } = useTranslation('fill');
  const words = useWords();
  return (
    <header className={styles.head}>
      <h1>{words(definition.title)}</h1>
      <p className="hint">
        {definition.description ? `${words(definition.description)} · ` : ''}
        {t('version', { version: definition.version })}
        {saveState.kind === 'idle' ? '' : ' · '}
        <SaveLine state={saveState} returned={returned} />
      </p>
    </header>
  );
}
