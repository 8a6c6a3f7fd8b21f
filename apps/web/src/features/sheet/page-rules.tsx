import { useTranslation } from 'react-i18next';
import { colourOf } from '../../shared/theme';
import { digestText } from './digest-text';

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '')}"`;

/** Size, margins and the foot of each printed page. Only the browser knows how many pages there are, so it counts them. */
export function PageRules({ hash }: { hash: string }) {
  const { t } = useTranslation('sheet');
  const [before = '', between = '', after = ''] = t('page', { page: '\u0001', pages: '\u0001' }).split('\u0001');
  const font = `font: 11px 'Inter Variable', 'Noto Sans SC Variable', sans-serif; color: ${colourOf('light', 'ink-2')};`;
  return (
    <style>{`@page {
  size: A4;
  margin: 15.8mm 15.8mm 19mm;
  @bottom-left { content: ${quoted(t('digest', { hash: digestText(hash) }))}; border-top: 1px solid ${colourOf('light', 'ink-3')}; vertical-align: top; padding-top: 8px; width: 60%; ${font} }
  @bottom-center { content: ""; width: 0; }
  @bottom-right { content: ${quoted(before)} counter(page) ${quoted(between)} counter(pages) ${quoted(after)}; border-top: 1px solid ${colourOf('light', 'ink-3')}; vertical-align: top; padding-top: 8px; width: 40%; ${font} }
}`}</style>
  );
}
