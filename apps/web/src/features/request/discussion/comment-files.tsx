import { FileText, Paperclip } from 'lucide-react';
import type { Json } from '@countersign/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestFile } from '../../../shared/api/wire';
import { opensInPlace } from '../../../shared/files/file-opener';
import { FileView } from '../../../shared/files/file-view';
import { useFileInPlace } from '../../../shared/files/use-file-in-place';
import { FilesControl } from '../../../shared/form/upload/files-control';
import { fileSize } from '../../../shared/form/upload/file-size';
import styles from './discussion-thread.module.css';

/** As a comment takes them. */
const FIELD = {
  key: 'files',
  type: 'files',
  label: { zh: '附件', en: 'Attached' },
  required: false,
  material: false,
  filledAt: 'start',
  min: 0,
  max: 10,
} as const;

interface AttachProps {
  requestId: string;
  files: RequestFile[];
  onChange: (files: RequestFile[]) => void;
}

/** What goes along with a comment; out of the way until somebody wants it. */
export function AttachFiles({ requestId, files, onChange }: AttachProps) {
  const { t } = useTranslation('writing');
  const [open, setOpen] = useState(files.length > 0);
  if (!open)
    return (
      <button type="button" className={`plain finger ${styles.attach}`} onClick={() => setOpen(true)}>
        <Paperclip size={16} aria-hidden /> {t('attach')}
      </button>
    );
  return (
    <div className={styles.attaching}>
      <span id={`attached-${requestId}`} className="visually-hidden">
        {t('attached')}
      </span>
      <FilesControl
        field={FIELD}
        value={files as unknown as Json}
        onChange={(next) => onChange(next as unknown as RequestFile[])}
        id={`attach-${requestId}`}
        labelId={`attached-${requestId}`}
        requestId={requestId}
        invalid={false}
        disabled={false}
      />
    </div>
  );
}

/** What went along with a comment, each opened below it. */
export function AttachedFiles({ files }: { files: readonly RequestFile[] }) {
  const { shown, openerAt, close } = useFileInPlace<'comment'>();
  const opener = openerAt('comment');
  if (files.length === 0) return null;
  return (
    <>
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.id}>
            <FileText size={16} aria-hidden />
            <a
              href={`/api/v1/files/${file.id}`}
              target="_blank"
              rel="noreferrer"
              aria-expanded={opener.openId === file.id}
              onClick={opensInPlace(opener, file)}
            >
              {file.name}
            </a>
            <span className="hint">{fileSize(file.size)}</span>
          </li>
        ))}
      </ul>
      {shown ? <FileView file={shown.file} onClose={close} /> : null}
    </>
  );
}
