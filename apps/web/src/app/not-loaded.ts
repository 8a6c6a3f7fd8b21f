import { rememberedLanguage } from '../shared/i18n/remembered';

const texts = {
  zh: { said: '网页没能加载完整，请检查网络后重试。', again: '重试' },
  en: { said: 'The page could not be loaded completely. Check your connection and try again.', again: 'Try again' },
} as const;

/** As `theme.ts` has them, which is not here yet: the device's own Chinese font first. */
const FONTS = `'Countersign Latin', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Countersign Hanzi', sans-serif`;

/** What stands there when not even the code arrived that would say so: plain elements, for nothing else is at hand. */
export function sayNotLoaded(root: HTMLElement): void {
  const { said, again } = texts[rememberedLanguage()];
  const place = document.createElement('main');
  place.style.cssText = `font-family: ${FONTS}; display: grid; gap: 16px; justify-items: center; padding: 30vh 24px 0; text-align: center`;
  const text = document.createElement('h1');
  text.style.cssText = 'font-size: 16px; line-height: 24px; font-weight: 500';
  text.textContent = said;
  const button = document.createElement('button');
  button.style.cssText =
    'min-height: 44px; padding: 0 24px; border: 1px solid currentColor; border-radius: 6px; background: none; cursor: pointer';
  button.type = 'button';
  button.textContent = again;
  button.onclick = () => window.location.reload();
  place.role = 'alert';
  place.append(text, button);
  root.replaceChildren(place);
}
