import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../shared/api/wire';
import { colourOf, FONTS } from '../../shared/theme';
import { digestText } from './digest-text';
import { useSheetTitle } from './use-sheet-title';

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '')}"`;

/**
 * Size and margins of each printed page, the foot, and from the second page on a head that says which sheet it belongs to.
 * Only the browser knows how many pages there are, so it counts them.
 */
export function PageRules({ view }: { view: RequestView }) {
  const { t } = useTranslation('sheet');
  const title = useSheetTitle(view);
  const [before = '', between = '', after = ''] = t('page', { page: '\u0001', pages: '\u0001' }).split('\u0001');
  const font = `font: 11px ${FONTS}; color: ${colourOf('light', 'ink-2')};`;
  const line = `1px solid ${colourOf('light', 'ink-3')}`;
  const head = `vertical-align: bottom; padding-bottom: 8px; ${font}`;
  const foot = `border-top: ${line}; vertical-align: top; padding-top: 8px; ${font}`;
  return (
    <style>{`@page {
  size: A4;
  margin: 15.8mm 15.8mm 19mm;
  @top-left { content: ${quoted(title)}; width: 60%; ${head} }
  @top-right { content: ${quoted(view.number ?? '')}; width: 40%; ${head} }
  @bottom-left { content: ${quoted(t('digest', { hash: digestText(view.contentHash ?? '') }))}; width: 60%; ${foot} }
  @bottom-center { content: ""; width: 0; }
  @bottom-right { content: ${quoted(before)} counter(page) ${quoted(between)} counter(pages) ${quoted(after)}; width: 40%; ${foot} }
}
@page :first {
  @top-left { content: none; }
  @top-right { content: none; }
}`}</style>
  );
}
