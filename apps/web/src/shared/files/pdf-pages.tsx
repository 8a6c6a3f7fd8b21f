import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './file-view.module.css';

GlobalWorkerOptions.workerSrc = worker;

/** What lies in the product's own folder beside the worker: how Chinese fonts that a file does not bring along are read. */
const AROUND = { cMapUrl: '/pdf/cmaps/', cMapPacked: true, standardFontDataUrl: '/pdf/standard_fonts/', useWasm: false } as const;
/** Receipts have one page or two; what is longer is read in a window of its own. */
const MOST_PAGES = 20;
/** More than two dots of the screen for each of the picture cannot be told apart, and weigh. */
const MOST_DENSE = 2;

interface PdfProps {
  /** Where the file is read. */
  src: string;
  onFailed: () => void;
}

/** A PDF as pictures of its pages, where the browser has no reader of its own. */
export function PdfPages({ src, onFailed }: PdfProps) {
  const { t } = useTranslation('kit');
  const [pages, setPages] = useState<PDFDocumentProxy | null>(null);
  const failed = useRef(onFailed);
  useEffect(() => {
    failed.current = onFailed;
  });
  useEffect(() => {
    const task = getDocument({ url: src, ...AROUND });
    task.promise.then(
      (found) => (found.numPages > 0 ? setPages(found) : failed.current()),
      () => failed.current(),
    );
    return () => void task.destroy();
  }, [src]);
  if (!pages) return <p className={styles.none} aria-busy />;
  const shown = Math.min(pages.numPages, MOST_PAGES);
  return (
    <div className={styles.pages} tabIndex={0} role="group" aria-label={t('filePages', { count: pages.numPages })}>
      {Array.from({ length: shown }, (_, index) => (
        <PdfPage key={index} pages={pages} number={index + 1} onFailed={() => failed.current()} />
      ))}
      {shown < pages.numPages ? <p className={styles.none}>{t('filePagesMore', { count: pages.numPages - shown })}</p> : null}
    </div>
  );
}

/** One page, drawn as wide as there is room. */
function PdfPage({ pages, number, onFailed }: { pages: PDFDocumentProxy; number: number; onFailed: () => void }) {
  const { t } = useTranslation('kit');
  const paper = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    let stop: () => void = () => undefined;
    const draw = async (): Promise<void> => {
      const page = await pages.getPage(number);
      const canvas = paper.current;
      if (gone || !canvas) return;
      const width = canvas.parentElement?.clientWidth ?? canvas.clientWidth;
      const scale = (width / page.getViewport({ scale: 1 }).width) * Math.min(window.devicePixelRatio, MOST_DENSE);
      const viewport = page.getViewport({ scale });
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      const drawing = page.render({ canvas, viewport });
      stop = () => drawing.cancel();
      await drawing.promise;
      canvas.dataset['drawn'] = 'true';
    };
    draw().catch(() => {
      if (!gone) onFailed();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [pages, number]);
  return <canvas ref={paper} className={styles.page} role="img" aria-label={t('filePage', { number, count: pages.numPages })} />;
}
