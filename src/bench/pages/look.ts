/** What a reader meets on a page, as a browser lays it out. */
export interface Look {
  /** Height of the page in screens. */
  screens: number;
  /** Share of the text of `main` that tells where a figure comes from, of 1. */
  evidenceShare: number;
  /** What the first screen answers: cost, time, next step. */
  first: { cost: boolean; time: boolean; next: boolean };
}

/**
 * Looks at the page in the browser; runs there, so it uses nothing of this file. Only what is drawn counts: closed
 * details, words for screen readers alone and what lies behind a bar do not. Evidence is marked by `data-evidence`, in
 * editions from before that by the class `ev`.
 */
export function lookAtPage(): Look {
  const cost = /(?:₦|KSh|KES|NGN|US\$|[£€$])\s?\d|\b(?:free|free of charge|no fee|bure|bila malipo)\b/i;
  const time =
    /\b\d[\d.,]*\s(?:to\s\d+\s|working\s|calendar\s)*(?:minutes?|hours?|days?|weeks?|months?)\b|\b(?:dakika|saa|siku|wiki|miezi|mwezi)\s(?:za kazi\s)?\d|\b(?:same day|at once|immediately|papo hapo)\b/i;
  const marked = document.querySelector('[data-evidence]') ? '[data-evidence]' : '.ev';
  const height = window.innerHeight;

  const drawn = (element: Element | null): element is Element => {
    if (!element?.checkVisibility({ visibilityProperty: true })) return false;
    for (let at: Element | null = element; at; at = at.parentElement) {
      const box = at.getBoundingClientRect();
      if (box.width <= 1 && box.height <= 1) return false;
    }
    return true;
  };
  const textsIn = (root: Element): Text[] => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (text.data.trim() !== '' && drawn(text.parentElement)) found.push(text);
    }
    return found;
  };
  const lettersOf = (text: Text): number => text.data.replace(/\s+/g, '').length;
  /** True where the middle of a box is on the first screen and nothing lies over it. */
  const seen = (box: DOMRect | undefined, owner: Element): boolean => {
    if (!box || box.bottom > height || box.width === 0) return false;
    const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return over !== null && (owner.contains(over) || over.contains(owner));
  };

  window.scrollTo(0, 0);
  const main = document.querySelector('main') ?? document.body;
  const all = textsIn(main);
  const letters = all.reduce((sum, text) => sum + lettersOf(text), 0);
  const evidence = all
    .filter((text) => text.parentElement?.closest(marked))
    .reduce((sum, text) => sum + lettersOf(text), 0);

  // The masthead and its links are the same everywhere and answer nothing.
  const about = [...document.body.children].filter((part) => !part.matches('.masthead, .skip, .foot, script, style'));
  const words = about
    .flatMap((part) => textsIn(part))
    .filter((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return text.parentElement !== null && seen(range.getClientRects()[0], text.parentElement);
    })
    .map((text) => text.data.trim())
    .join(' ')
    .replace(/\s+/g, ' ');
  const steps = about
    .flatMap((part) => [
      ...part.querySelectorAll(
        'a.button, button, a[href^="tel:"], input:not([type="hidden"]), textarea, select, .dock a, [data-dock] a',
      ),
    ])
    .filter((step) => drawn(step) && seen(step.getBoundingClientRect(), step));
  return {
    screens: document.documentElement.scrollHeight / height,
    evidenceShare: letters === 0 ? 0 : evidence / letters,
    first: { cost: cost.test(words), time: time.test(words), next: steps.length > 0 },
  };
}
