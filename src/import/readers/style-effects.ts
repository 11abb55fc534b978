import type { Element } from 'hast';

/**
 * What a style does to words so that they mean something else: struck through, hidden, raised, lowered, or set apart as
 * a block.
 */
export interface Effects {
  struck?: boolean;
  hidden?: boolean;
  raised?: boolean;
  lowered?: boolean;
  block?: boolean;
}

/** The rules of a page's style sheets that change what words mean. */
export interface StyleRules {
  rules: { matches: (node: Element) => boolean; effects: Effects }[];
  /** Selectors that reach further than one element with its class or id; they are not followed. */
  notFollowed: string[];
}

const SIMPLE = /^([a-z][a-z0-9]*|\*)?((?:[.#][\w-]+)*)$/i;

/** Reads the declarations of a style attribute or rule. */
export function effectsOf(declarations: string): Effects {
  const effects: Effects = {};
  for (const declaration of declarations.split(';')) {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    if (name === 'text-decoration' || name === 'text-decoration-line') effects.struck = value.includes('line-through');
    if (name === 'display')
      Object.assign(effects, { hidden: /^none\b/.test(value), block: /^(?:block|flex|grid|list-item)\b/.test(value) });
    if (name === 'visibility' && /^(?:hidden|collapse)\b/.test(value)) effects.hidden = true;
    if (name === 'mso-hide' && value === 'all') effects.hidden = true;
    if (name === 'vertical-align')
      Object.assign(effects, { raised: /^(?:super|text-top)\b/.test(value), lowered: /^sub\b/.test(value) });
  }
  return effects;
}

/**
 * Reads a style sheet. Rules for print and other media are left alone, as they say nothing of the page as it is read.
 */
export function styleRules(sheet: string): StyleRules {
  const found: StyleRules = { rules: [], notFollowed: [] };
  const open: string[] = [];
  let declarations = '';
  for (const [, text = '', sign] of sheet.replace(/\/\*.*?\*\//gs, ' ').matchAll(/([^{};]*)([{};])/g)) {
    if (sign === '{') open.push(text.trim());
    if (sign === '{') declarations = '';
    else declarations += `${text};`;
    if (sign !== '}') continue;
    const selectors = open.pop() ?? '';
    if (!selectors.startsWith('@') && open.length === 0) addRules(found, selectors, effectsOf(declarations));
    declarations = '';
  }
  return found;
}

function addRules(found: StyleRules, selectors: string, effects: Effects): void {
  if (!effects.struck && !effects.hidden && !effects.raised && !effects.lowered) return;
  for (const selector of selectors.split(',').map((one) => one.trim())) {
    const simple = SIMPLE.exec(selector);
    if (!simple || selector === '') found.notFollowed.push(selector);
    else found.rules.push({ effects, matches: matcher(simple[1]?.toLowerCase(), simple[2] ?? '') });
  }
}

function matcher(tag: string | undefined, rest: string): (node: Element) => boolean {
  const marks = rest.match(/[.#][\w-]+/g) ?? [];
  return ({ tagName, properties }) => {
    if (tag && tag !== '*' && tag !== tagName) return false;
    const classes = Array.isArray(properties.className) ? properties.className : [];
    return marks.every((mark) =>
      mark.startsWith('.') ? classes.includes(mark.slice(1)) : properties.id === mark.slice(1),
    );
  };
}
