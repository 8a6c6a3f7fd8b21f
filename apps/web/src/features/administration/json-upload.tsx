import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DropZone } from '../../shared/form';
import styles from './administration.module.css';
import { isBroken, jsonFile, type JsonFile } from './read-json';

interface JsonUploadProps {
  id: string;
  /** The file as it was last read. */
  file: JsonFile | null;
  onFile(file: JsonFile): void;
}

/** The file that was read last, and what takes the next one: what was said of the one before is gone, and a readable one is sent. */
export function useJsonFile(forget: () => void, send: (json: unknown) => void) {
  const [file, setFile] = useState<JsonFile | null>(null);
  const take = (next: JsonFile): void => {
    setFile(next);
    forget();
    if (!isBroken(next)) send(next.json);
  };
  return { file, take };
}

/** One JSON file, dropped or chosen; a file that is none is refused here, with the place. */
export function JsonUpload({ id, file, onFile }: JsonUploadProps) {
  const { t } = useTranslation('administration');
  const broken = file?.broken;
  const take = async ([first]: Iterable<File>) => {
    if (first) onFile(jsonFile(first.name, await first.text()));
  };
  return (
    <div className={styles.upload}>
      <DropZone
        id={id}
        accept=".json,application/json"
        onFiles={(files) => void take(files)}
        invalid={broken !== undefined}
        describedBy={`${id}-said`}
      />
      <p id={`${id}-said`} role={broken ? 'alert' : undefined} className={broken ? styles.problem : 'hint'}>
        {broken ? t('noJson', { name: file.name, ...broken }) : file?.name}
      </p>
    </div>
  );
}
