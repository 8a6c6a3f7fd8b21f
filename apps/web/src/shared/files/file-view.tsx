import { ExternalLink, X } from 'lucide-react';
import { Suspense, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestFile } from '../api/wire';
import { lazyPart } from '../kit/waiting/lazy-part';
import styles from './file-view.module.css';

const addressOf = ({ id }: RequestFile): string => `/api/v1/files/${id}`;

/** The reader comes only where a browser has none: on most phones, and inside the pages of chat programs. */
const PdfPages = lazyPart(() => import('./pdf-pages').then((found) => found.PdfPages));

/** Pictures as they are, PDF in the browser's own reader or in ours; what cannot be shown here says so. */
function Content({ file }: { file: RequestFile }) {
  const { t } = useTranslation('kit');
  const [failed, setFailed] = useState(false);
  const picture = /^image\/(png|jpeg|webp|gif)$/.test(file.type);
  if (picture && !failed) return <img className={styles.picture} src={addressOf(file)} alt={file.name} onError={() => setFailed(true)} />;
  if (file.type === 'application/pdf' && !failed)
    return navigator.pdfViewerEnabled ? (
      <iframe className={styles.paper} src={addressOf(file)} title={file.name} />
    ) : (
      <Suspense fallback={<p className={styles.none} aria-busy />}>
        <PdfPages src={addressOf(file)} onFailed={() => setFailed(true)} />
      </Suspense>
    );
  return (
    <p className={styles.none}>
      {t(failed ? 'fileFailed' : 'fileNotShown')}{' '}
      <a href={addressOf(file)} target="_blank" rel="noreferrer" className="finger">
        {t('fileOpenApart')}
      </a>
    </p>
  );
}

/** A file inside the page, beside the line that it belongs to. Escape closes it, and the focus goes back to where it was opened. */
export function FileView({ file, onClose }: { file: RequestFile; onClose: () => void }) {
  const { t } = useTranslation('kit');
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [file.id]);
  const close = (): void => {
    onClose();
    document.querySelector<HTMLElement>(`a[aria-expanded="true"][href="${addressOf(file)}"]`)?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
  };
  return (
    <section ref={place} tabIndex={-1} className={styles.view} aria-label={file.name} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <b title={file.name}>{file.name}</b>
        <a
          href={addressOf(file)}
          target="_blank"
          rel="noreferrer"
          className="finger"
          aria-label={t('fileOpenApart')}
          title={t('fileOpenApart')}
        >
          <ExternalLink size={16} aria-hidden />
        </a>
        <button type="button" className="plain finger" aria-label={t('fileClose', { name: file.name })} onClick={close}>
          <X size={18} aria-hidden />
        </button>
      </header>
      <Content key={file.id} file={file} />
    </section>
  );
}
