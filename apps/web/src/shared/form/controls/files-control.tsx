import { Camera, FileText, Upload, X } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewport } from '../../state/viewport';
import { ariaOf, type ControlProps, type FieldOf } from '../control';
import { fileSize } from '../file-size';
import styles from '../files.module.css';
import { useUploads, type Sending } from '../use-uploads';

/** Drop, choose, or take a photo; each file shows how far it is and can be taken out again. */
export function FilesControl({ field, value, onChange, id, labelId, disabled, requestId, ...rest }: ControlProps<FieldOf<'files'>>) {
  const { t } = useTranslation('form');
  const { files, sending, full, add, remove, dismiss } = useUploads({ value, onChange, requestId, max: field.max });
  return (
    <div role="group" aria-labelledby={labelId}>
      {full || disabled ? null : <DropZone id={id} onFiles={add} invalid={rest.invalid} describedBy={rest.describedBy} />}
      <ul className={styles.list}>
        {files.map((file) => (
          <li key={file.id} className={styles.file}>
            <FileText size={16} aria-hidden />
            <a href={`/api/v1/files/${file.id}`} target="_blank" rel="noreferrer" className={styles.name}>
              {file.name}
            </a>
            <span className="hint">{fileSize(file.size)}</span>
            {disabled ? null : (
              <button
                type="button"
                className={`plain ${styles.remove}`}
                aria-label={t('removeFile', { name: file.name })}
                onClick={() => remove(file.id)}
              >
                <X size={16} aria-hidden />
              </button>
            )}
          </li>
        ))}
        {sending.map((each) => (
          <SendingLine key={each.key} sending={each} dismiss={() => dismiss(each.key)} />
        ))}
      </ul>
    </div>
  );
}

function SendingLine({ sending, dismiss }: { sending: Sending; dismiss: () => void }) {
  const { t } = useTranslation('form');
  const percent = Math.round(sending.share * 100);
  if (sending.problem !== null) {
    return (
      <li className={`${styles.file} ${styles.failed}`}>
        <span className={styles.name} role="alert">
          {t('uploadFailed', { name: sending.name, reason: sending.problem })}
        </span>
        <button type="button" className={`plain ${styles.remove}`} aria-label={t('removeFile', { name: sending.name })} onClick={dismiss}>
          <X size={16} aria-hidden />
        </button>
      </li>
    );
  }
  return (
    <li className={styles.file}>
      <span className={styles.name}>{t('uploading', { name: sending.name, percent })}</span>
      <progress className={styles.progress} value={percent} max={100} aria-label={sending.name} />
    </li>
  );
}

interface DropZoneProps {
  id: string;
  onFiles(files: Iterable<File>): void;
  invalid: boolean;
  describedBy?: string | undefined;
}

function DropZone({ id, onFiles, ...rest }: DropZoneProps) {
  const { t } = useTranslation('form');
  const phone = useViewport() === 'phone';
  const [over, setOver] = useState(false);
  const camera = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles(event.dataTransfer.files);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={`${styles.zone} ${over ? styles.over : ''} ${rest.invalid ? styles.invalid : ''}`}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Upload size={18} aria-hidden />
      {phone ? null : <span>{t('dropFiles')}</span>}
      <FileButton id={id} label={t('chooseFiles')} onFiles={onFiles} {...rest} />
      {phone ? (
        <button type="button" className={`plain ${styles.camera}`} onClick={() => camera.current?.click()}>
          <Camera size={18} aria-hidden /> {t('takePhoto')}
        </button>
      ) : null}
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={(event) => onFiles(taken(event.target))} />
    </div>
  );
}

/** The files of an input, which is emptied so that the same file can be chosen again. */
export function taken(input: HTMLInputElement): File[] {
  const files = [...(input.files ?? [])];
  input.value = '';
  return files;
}

function FileButton({ id, label, onFiles, invalid, describedBy }: DropZoneProps & { label: string }) {
  return (
    <label className={styles.choose}>
      <input
        id={id}
        type="file"
        multiple
        className="visually-hidden"
        {...ariaOf({ invalid, describedBy })}
        onChange={(event) => onFiles(taken(event.target))}
      />
      <span>{label}</span>
    </label>
  );
}
