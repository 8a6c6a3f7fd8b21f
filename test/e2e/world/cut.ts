import type { Desk } from './desk';

/**
 * The texts of the page of which a part cannot be read: cut by a box around them with nothing that tells the whole (a title, or a place that scrolls),
 * a word broken in its middle, an amount that is cut or broken at all.
 */
export function cutTexts(desk: Desk): Promise<string[]> {
  return desk.page.evaluate(() => {
    const money = /[¥￥]?\d[\d,]*\.\d\d/g;
    const words = /[A-Za-z’]{4,}/g;
    const pieceOf = (node: Node, from: number, length: number): Range => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + length);
      return range;
    };
    /** A first letter that is styled by itself is a box of its own on the same line. */
    const isBroken = (range: Range): boolean => {
      const bottoms = [...range.getClientRects()].map(({ bottom }) => bottom);
      return Math.max(...bottoms) - Math.min(...bottoms) > 8;
    };
    const beyond = (box: DOMRect, frame: DOMRect): boolean => box.right > frame.right + 0.5 || box.left < frame.left - 0.5;
    /** Whether a box hides a part of it; what scrolls sideways hides nothing, and neither does what lies outside of it. */
    const isCut = (element: Element, box: DOMRect): boolean => {
      for (let around: Element | null = element; around; around = around.parentElement) {
        const { overflowX } = getComputedStyle(around);
        if ((overflowX === 'auto' || overflowX === 'scroll') && around.scrollWidth > around.clientWidth) return false;
        if (overflowX !== 'visible' && beyond(box, around.getBoundingClientRect())) return true;
      }
      return box.left < 0 || box.right > window.innerWidth + 0.5;
    };
    const isTitled = (element: Element, text: string): boolean =>
      element.closest('[title]')?.getAttribute('title')?.includes(text) ?? false;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const bad: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = (node.textContent ?? '').trim();
      const all = node.textContent ?? '';
      const box = pieceOf(node, 0, all.length).getBoundingClientRect();
      if (
        !element ||
        text === '' ||
        box.width === 0 ||
        element.closest('[inert], .visually-hidden, style, script, option, [aria-hidden=true]')
      )
        continue;
      const broken = (pattern: RegExp): boolean =>
        [...all.matchAll(pattern)].some(({ 0: piece, index }) => isBroken(pieceOf(node, index, piece.length)));
      const amountCut = [...all.matchAll(money)].some(({ 0: piece, index }) =>
        isCut(element, pieceOf(node, index, piece.length).getBoundingClientRect()),
      );
      if (amountCut || broken(money)) bad.push(`amount: ${text}`);
      else if (isCut(element, box) && !isTitled(element, text)) bad.push(`cut: ${text}`);
      else if (broken(words) && !/[\w.-]{24,}/.test(text)) bad.push(`broken: ${text}`);
    }
    return bad;
  });
}
