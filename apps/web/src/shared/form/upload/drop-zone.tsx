import { Camera, Upload } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewport } from '../../state/viewport';
import { ariaOf } from '../control';
import styles from './files.module.css';

interface DropZoneProps {
  id: string;
  onFiles(files: Iterable<File>): void;
  /** Kinds of files that the chooser offers. */
  accept?: string;
  multiple?: boolean;
  /** A phone may take a picture instead. */
  photo?: boolean;
  invalid?: boolean;
  describedBy?: string | undefined;
}

/** Takes files that are dropped or chosen. */
export function DropZone({ photo = false, ...rest }: DropZoneProps) {
  const { t } = useTranslation('form');
  const phone = useViewport() === 'phone';
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    rest.onFiles(event.dataTransfer.files);
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
      {phone ? null : <span>{t(rest.multiple ? 'dropFiles' : 'dropFile')}</span>}
      <FileButton {...rest} />
      {photo ? <CameraButton shown={phone} onFiles={rest.onFiles} /> : null}
    </div>
  );
}

function FileButton({ id, accept, multiple = false, onFiles, invalid = false, describedBy }: Omit<DropZoneProps, 'photo'>) {
  const { t } = useTranslation('form');
  return (
    <label className={styles.choose}>
      <input
        id={id}
        type="file"
        multiple={multiple}
        accept={accept}
        className="visually-hidden"
        {...ariaOf({ invalid, describedBy })}
        onChange={(event) => onFiles(taken(event.target))}
      />
      <span>{t(multiple ? 'chooseFiles' : 'chooseFile')}</span>
    </label>
  );
}

function CameraButton({ shown, onFiles }: { shown: boolean; onFiles: DropZoneProps['onFiles'] }) {
  const { t } = useTranslation('form');
  const camera = useRef<HTMLInputElement>(null);
  return (
    <>
      {shown ? (
        <button type="button" className={`plain ${styles.camera}`} onClick={() => camera.current?.click()}>
          <Camera size={18} aria-hidden /> {t('takePhoto')}
        </button>
      ) : null}
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={(event) => onFiles(taken(event.target))} />
    </>
  );
}

/** The files of an input, which is emptied so that the same file can be chosen again. */
export function taken(input: HTMLInputElement): File[] {
  const files = [...(input.files ?? [])];
  input.value = '';
  return files;
}
