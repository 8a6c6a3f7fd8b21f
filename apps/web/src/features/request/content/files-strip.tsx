import { File, FileImage, FileSpreadsheet, FileText, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestFile } from '../../../shared/api/wire';
import { opensInPlace } from '../../../shared/files/file-opener';
import { FileView } from '../../../shared/files/file-view';
import styles from './files-strip.module.css';
import { useFileInPlace } from '../../../shared/files/use-file-in-place';

function iconOf(type: string): LucideIcon {
  if (type.startsWith('image/')) return FileImage;
  if (type.includes('sheet') || type.includes('csv')) return FileSpreadsheet;
  return type.includes('pdf') || type.startsWith('text/') || type.includes('word') ? FileText : File;
}

/** The files of a request, one press away: they open under the strip, inside the page. */
export function FilesStrip({ files }: { files: RequestFile[] }) {
  const { t } = useTranslation('request');
  const { shown, openerAt, close } = useFileInPlace<'strip'>();
  const opener = openerAt('strip');
  if (files.length === 0) return null;
  return (
    <div className={styles.strip}>
      <ul className={styles.files} aria-label={t('files')}>
        {files.map((file) => {
          const Icon = iconOf(file.type);
          return (
            <li key={file.id}>
              <a
                className={`card ${styles.file}`}
                href={`/api/v1/files/${file.id}`}
                target="_blank"
                rel="noreferrer"
                aria-label={t('fileOpen', { name: file.name })}
                aria-expanded={opener.openId === file.id}
                onClick={opensInPlace(opener, file)}
              >
                <Icon size={14} aria-hidden />
                <span title={file.name}>{file.name}</span>
              </a>
            </li>
          );
        })}
      </ul>
      {shown ? <FileView file={shown.file} onClose={close} /> : null}
    </div>
  );
}
