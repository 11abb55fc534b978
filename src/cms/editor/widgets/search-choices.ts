import type { Choice } from '../../config/choice-words.ts';

/**
 * The choices that hold every typed word at the start of one of theirs, those whose name begins with it first. Marks on
 * letters and capitals make no difference.
 */
export function searchChoices(choices: Choice[], typed: string, most: number): { found: Choice[]; more: number } {
  const words = folded(typed).split(' ').filter(Boolean);
  const hits = choices.flatMap((choice) => {
    const label = ` ${folded(choice.label)}`;
    const all = `${label} ${folded(choice.note ?? '')} ${folded(choice.words ?? '')} ${folded(choice.value)}`;
    if (!words.every((word) => all.includes(` ${word}`))) return [];
    const rank = label.startsWith(` ${words.join(' ')}`)
      ? 0
      : words.every((word) => label.includes(` ${word}`))
        ? 1
        : 2;
    return [{ choice, rank }];
  });
  const found = hits.sort((a, b) => a.rank - b.rank).map(({ choice }) => choice);
  return { found: found.slice(0, most), more: Math.max(0, found.length - most) };
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
