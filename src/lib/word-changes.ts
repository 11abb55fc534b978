import { matchInOrder } from './yaml/match-in-order.ts';

/** A stretch of two texts that are compared: in both, only in the former, or only in the new one. */
export interface WordRun {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/**
 * What became of a text, word by word: the former one is what is `same` and `gone`, the new one what is `same` and
 * `new`, letter for letter. A word is changed as a whole, so that a figure is never shown in halves; its punctuation is
 * apart. White space counts, so that a text in which only that changed does not look unchanged.
 */
export function wordChanges(former: string, now: string): WordRun[] {
  const [before, after] = [wordsOf(former), wordsOf(now)];
  const runs: WordRun[] = [];
  let [i, j] = [0, 0];
  for (const [first, second] of [...matchInOrder(before, after), [before.length, after.length] as const]) {
    add(runs, 'gone', before.slice(i, first).join(''));
    add(runs, 'new', after.slice(j, second).join(''));
    add(runs, 'same', before[first] ?? '');
    [i, j] = [first + 1, second + 1];
  }
  return joined(runs);
}

/** True where two texts have the same words and other spaces or lines. */
export function differsInSpacesOnly(former: string, now: string): boolean {
  return former !== now && former.split(/\s+/).join(' ').trim() === now.split(/\s+/).join(' ').trim();
}

function wordsOf(text: string): string[] {
  return (text.match(/\s+|\S+/g) ?? []).flatMap((part) => {
    const [, opening = '', word = '', closing = ''] = /^([(["'“‘«]*)(.*?)([)\]"'”’».,;:!?]*)$/su.exec(part) ?? [];
    return [opening, word, closing].filter(Boolean);
  });
}

function add(runs: WordRun[], kind: WordRun['kind'], text: string): void {
  if (text === '') return;
  const last = runs.at(-1);
  if (last?.kind === kind) last.text += text;
  else runs.push({ kind, text });
}

/** A space that stayed between two changed words is read with them: a changed sentence is one change, not ten. */
function joined(runs: WordRun[]): WordRun[] {
  const made: WordRun[] = [];
  let [gone, fresh, gap] = ['', '', ''];
  const flush = (): void => {
    add(made, 'gone', gone);
    add(made, 'new', fresh);
    add(made, 'same', gap);
    [gone, fresh, gap] = ['', '', ''];
  };
  for (const { kind, text } of runs) {
    if (kind === 'same') {
      if ((gone || fresh) && gap === '' && /^\s+$/.test(text)) gap = text;
      else {
        flush();
        add(made, 'same', text);
      }
      continue;
    }
    if (gap !== '') {
      if (gone) gone += gap;
      if (fresh) fresh += gap;
      // Where one side has nothing yet, the space was in both all the same.
      if (!gone) gone = gap;
      if (!fresh) fresh = gap;
      gap = '';
    }
    if (kind === 'gone') gone += text;
    else fresh += text;
  }
  flush();
  return made;
}
