import type { Element, Root, RootContent, Text } from 'hast';
import { toText } from 'hast-util-to-text';
import { oneLine } from '../blocks.ts';
import { effectsOf, styleRules, type Effects, type StyleRules } from './style-effects.ts';

/** Words that were left out because a mark says that they do not count, and where they stood, if that is known. */
export interface LeftOutWords {
  why: 'struck' | 'hidden';
  text: string;
  line?: number;
}

const QUOTED_MAX = 20;
const RAISED = new Map([...'0123456789+-=()'].map((sign, index) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'[index] ?? sign]));
const LOWERED = new Map([...'0123456789+-=()'].map((sign, index) => [sign, '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'[index] ?? sign]));
/** Raised letters that belong to the word before them: 1st, N°, TM. */
const PART_OF_WORD = /^(?:st|nd|rd|th|er|o|º|ª|°|tm|sm|®|©|™)\.?$/i;

/**
 * Makes the marks that change what words mean part of the words, before all marks are lost: what is struck through or
 * hidden is taken out, a raised or lowered number becomes one in small digits ("500¹"), and a ticked box becomes a
 * sign.
 */
export function settleMarks(tree: Root): { leftOut: LeftOutWords[]; notFollowed: string[] } {
  const leftOut: LeftOutWords[] = [];
  const rules = styleRules(sheetsOf(tree));
  applyStyles(tree, rules, leftOut);
  return { leftOut, notFollowed: rules.notFollowed };
}

function applyStyles(parent: Root | Element, rules: StyleRules, leftOut: LeftOutWords[]): void {
  const kept: RootContent[] = [];
  for (const child of parent.children as RootContent[]) {
    if (child.type !== 'element') {
      kept.push(child);
      continue;
    }
    const effects = effectsOn(child, rules);
    const why = effects.hidden ? 'hidden' : effects.struck ? 'struck' : undefined;
    if (why) {
      const text = oneLine(toText({ type: 'root', children: [{ ...child, tagName: 'div', properties: {} }] }));
      if (text) leftOut.push({ why, text, ...(child.position ? { line: child.position.start.line } : {}) });
      // The place of a cell is kept, so that the cells after it stay in their columns.
      if (/^t[dh]$/.test(child.tagName)) kept.push({ ...child, children: [] });
      continue;
    }
    applyStyles(child, rules, leftOut);
    if (effects.raised || effects.lowered)
      kept.push(words(smallDigits(oneLine(toText(child)), effects.raised ? 'raised' : 'lowered')));
    else if (child.tagName === 'input' && child.properties.type === 'checkbox')
      kept.push(words(child.properties.checked ? '☒ ' : '☐ '));
    else if (effects.block && /^(?:span|a|b|i|em|strong|font|label)$/.test(child.tagName))
      kept.push({ ...child, tagName: 'div' });
    else kept.push(child);
  }
  parent.children = kept as Element['children'];
}

function effectsOn(node: Element, { rules }: StyleRules): Effects {
  const { tagName, properties } = node;
  const own: Effects = {
    struck: /^(?:s|del|strike)$/.test(tagName),
    hidden: properties.hidden !== undefined && properties.hidden !== false && properties.hidden !== null,
    raised: tagName === 'sup',
    lowered: tagName === 'sub',
  };
  for (const rule of rules) if (rule.matches(node)) Object.assign(own, rule.effects);
  return typeof properties.style === 'string' ? Object.assign(own, effectsOf(properties.style)) : own;
}

/**
 * Raised or lowered words as a text that no number swallows: "¹", "[a]"; longer ones stay as they are, set apart.
 */
export function smallDigits(text: string, where: 'raised' | 'lowered'): string {
  if (PART_OF_WORD.test(text)) return text;
  const digits = where === 'raised' ? RAISED : LOWERED;
  if (/^[\d+\-=(),*\s]+$/.test(text)) return [...text].map((sign) => digits.get(sign) ?? sign).join('');
  if (/^[[(*†‡§¶#⁰-ₜ¹²³]/.test(text)) return text;
  return text.length <= 4 ? `[${text}]` : ` ${text} `;
}

function sheetsOf(node: Root | Element): string {
  const own =
    'tagName' in node && node.tagName === 'style'
      ? node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
      : '';
  return own + node.children.map((child) => (child.type === 'element' ? sheetsOf(child) : '')).join('\n');
}

function words(value: string): Text {
  return { type: 'text', value };
}

/** Says how many passages were left out on purpose and quotes them. */
export function sayLeftOut(words: LeftOutWords[], withLines: boolean): string[] {
  return (['struck', 'hidden'] as const).flatMap((why) => {
    const found = words.filter((one) => one.why === why);
    if (found.length === 0) return [];
    const quotes = found.slice(0, QUOTED_MAX).map(({ text, line }) => {
      const quote = `"${text.length > 100 ? `${text.slice(0, 97)}…` : text}"`;
      return line && withLines ? `${quote} (line ${line})` : quote;
    });
    const rest = found.length > QUOTED_MAX ? ` and ${found.length - QUOTED_MAX} more` : '';
    const what = why === 'struck' ? 'struck through' : 'hidden';
    return [
      `${found.length} ${what} ${found.length === 1 ? 'passage was' : 'passages were'} left out: ${quotes.join(', ')}${rest}.`,
    ];
  });
}
