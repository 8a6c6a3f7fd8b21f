import type { FileReference, Json } from '@countersign/domain';
import { FileCheck, Upload } from 'lucide-react';
import { useContext, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FileOpenerContext, opensInPlace } from '../../files/file-opener';
import { showToast } from '../../state/toasts';
import { useViewport } from '../../state/viewport';
import styles from './files.module.css';
import { useUploads } from './use-uploads';
import { taken } from './drop-zone';
import { RemoveFile } from './remove-file';

interface FileCellProps {
  /** What the cell is called: column and row. */
  label: string;
  value: Json | undefined;
  onChange(value: Json): void;
  max: number;
  disabled: boolean;
  invalid: boolean;
  requestId?: string | undefined;
}

/** Opens under its row, inside the table. */
function FileLink({ file, alone }: { file: FileReference; alone: boolean }) {
  const { t } = useTranslation('form');
  const opener = useContext(FileOpenerContext);
  return (
    <a
      href={`/api/v1/files/${file.id}`}
      target="_blank"
      rel="noreferrer"
      title={file.name}
      aria-expanded={opener?.openId === file.id}
      onClick={opensInPlace(opener, file)}
    >
      {alone ? t('uploaded') : file.name}
    </a>
  );
}

/** The files of one row of a table, in one line: nothing yet, on its way, or there. */
export function FileCell({ label, value, onChange, max, disabled, invalid, requestId }: FileCellProps) {
  const { t } = useTranslation('form');
  const phone = useViewport() === 'phone';
  const [over, setOver] = useState(false);
  const { files, sending, full, add, remove, dismiss } = useUploads({
    value,
    onChange,
    requestId,
    max,
    onOver: (names) =>
      showToast({
        id: 'uploads over',
        tone: 'problem',
        text: t('filesOver', { most: max, count: names.length, names: names.slice(0, 3).join(t('pastedBetween')) }),
      }),
    onProblem: (name, reason) => showToast({ id: `upload ${name}`, tone: 'problem', text: t('uploadFailed', { name, reason }) }),
  });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <span
      className={`${styles.cell} ${over ? styles.over : ''}`}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      role="group"
      aria-label={label}
    >
      {files.map((file) => (
        <span key={file.id} className={styles.done}>
          <FileCheck size={14} aria-hidden />
          <FileLink file={file} alone={files.length === 1} />
          {disabled ? null : <RemoveFile name={file.name} size={14} onRemove={() => remove(file.id)} />}
        </span>
      ))}
      {sending.map((each) => (
        <button
          key={each.key}
          type="button"
          className={`plain ${each.problem === null ? styles.pending : styles.failed}`}
          title={each.problem ?? each.name}
          onClick={() => dismiss(each.key)}
        >
          {each.problem === null ? t('uploadingShort', { percent: Math.round(each.share * 100) }) : t('uploadFailedShort')}
        </button>
      ))}
      {full || disabled ? null : (
        <label
          className={`${styles.add} ${invalid ? styles.missing : ''} ${files.length > 0 ? styles.another : ''}`}
          title={files.length > 0 ? t('more') : undefined}
        >
          <input
            type="file"
            multiple
            className="visually-hidden"
            aria-label={label}
            aria-invalid={invalid || undefined}
            onChange={(event) => add(taken(event.target))}
          />
          <Upload size={14} aria-hidden />
          {files.length > 0 ? <span className={styles.moreWord}>{t('more')}</span> : phone ? t('uploadShort') : t('dropOrPhoto')}
        </label>
      )}
    </span>
  );
}
