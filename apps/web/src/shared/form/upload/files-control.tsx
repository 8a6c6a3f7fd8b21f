import { FileText, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { opensInPlace } from '../../files/file-opener';
import { FileView } from '../../files/file-view';
import { useFileInPlace } from '../../files/use-file-in-place';
import type { ControlProps, FieldOf } from '../control';
import { DropZone } from './drop-zone';
import { fileSize } from './file-size';
import styles from './files.module.css';
import { useUploads, type Sending } from './use-uploads';
import { RemoveFile } from './remove-file';

/** As many files are named as find a place in a line or two. */
const NAMED = 5;

/** Drop, choose, or take a photo; each file shows how far it is and can be taken out again. */
export function FilesControl({ field, value, onChange, id, labelId, disabled, requestId, ...rest }: ControlProps<FieldOf<'files'>>) {
  const { t } = useTranslation('form');
  const { files, sending, full, over, add, remove, dismiss } = useUploads({ value, onChange, requestId, max: field.max });
  const { shown, openerAt, close } = useFileInPlace<'field'>();
  const opener = openerAt('field');
  return (
    <div role="group" aria-labelledby={labelId}>
      {full || disabled ? null : <DropZone id={id} multiple photo onFiles={add} invalid={rest.invalid} describedBy={rest.describedBy} />}
      <ul className={styles.list}>
        {files.map((file) => (
          <li key={file.id} className={styles.file}>
            <FileText size={16} aria-hidden />
            <a
              href={`/api/v1/files/${file.id}`}
              target="_blank"
              rel="noreferrer"
              className={styles.name}
              aria-expanded={opener.openId === file.id}
              onClick={opensInPlace(opener, file)}
            >
              {file.name}
            </a>
            <span className="hint">{fileSize(file.size)}</span>
            {disabled ? null : <RemoveFile name={file.name} size={16} onRemove={() => remove(file.id)} />}
          </li>
        ))}
        {sending.map((each) => (
          <SendingLine key={each.key} sending={each} dismiss={() => dismiss(each.key)} />
        ))}
      </ul>
      {shown ? <FileView file={shown.file} onClose={close} /> : null}
      {over.length > 0 ? (
        <p role="alert" className={styles.tooMany}>
          {t('filesOver', { most: field.max, count: over.length, names: over.slice(0, NAMED).join(t('pastedBetween')) })}
        </p>
      ) : null}
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
