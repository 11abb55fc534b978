import { inflateSync } from 'node:zlib';

/**
 * The text of each page of a PDF made by Chromium, in the order in which it is drawn. Lines are joined by spaces.
 */
export function pdfPages(pdf: Buffer): string[] {
  const file = pdf.toString('latin1');
  const objects = new Map(
    [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)].map((match) => [match[1] as string, match.index + match[0].length]),
  );
  const fonts = new Map<string, (hex: string) => string>();
  const fontOf = (id: string): ((hex: string) => string) => {
    const known = fonts.get(id) ?? readFont(file, objects, id);
    fonts.set(id, known);
    return known;
  };
  const pages = [...file.matchAll(/\/Type \/Page\n[\s\S]*?endobj/g)].map(([page]) => page);
  return pages.map((page) => {
    const names = new Map([...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((match) => [match[1], match[2] as string]));
    return drawnText(stream(pdf, file, objects, /\/Contents (\d+) 0 R/.exec(page)?.[1]), (name) =>
      fontOf(names.get(name) ?? ''),
    );
  });

  function readFont(text: string, starts: Map<string, number>, id: string): (hex: string) => string {
    const start = starts.get(id) ?? 0;
    const font = text.slice(start, text.indexOf('endobj', start));
    const glyphs = unicodeMap(stream(pdf, text, starts, /\/ToUnicode (\d+) 0 R/.exec(font)?.[1]));
    const digits = font.includes('/Type0') ? 4 : 2;
    return (hex) =>
      (hex.match(new RegExp(`.{${digits}}`, 'g')) ?? [])
        .map((glyph) => glyphs.get(Number.parseInt(glyph, 16)) ?? '')
        .join('');
  }
}

function stream(pdf: Buffer, file: string, objects: Map<string, number>, id: string | undefined): string {
  const start = objects.get(id ?? '');
  if (start === undefined) return '';
  const from = file.indexOf('stream\n', start) + 7;
  return inflateSync(pdf.subarray(from, file.indexOf('endstream', from))).toString('latin1');
}

/** Reads a ToUnicode map: which characters a glyph stands for. Ligatures are taken apart. */
function unicodeMap(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  const letters = (hex: string): string =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))).normalize('NFKC');
  for (const [, block = ''] of cmap.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
      map.set(Number.parseInt(glyph, 16), letters(text));
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    for (const [, low = '', high = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const [first, last, unit] = [low, high, text].map((hex) => Number.parseInt(hex, 16)) as [number, number, number];
      for (let glyph = first; glyph <= last; glyph++)
        map.set(glyph, String.fromCharCode(unit + glyph - first).normalize('NFKC'));
    }
  }
  return map;
}

function drawnText(content: string, fontOf: (name: string) => (hex: string) => string): string {
  let decode = (hex: string): string => hex;
  let text = '';
  for (const [, font, move, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|(Tm|ET)\n|<([0-9A-F]+)> Tj/g)) {
    if (font) decode = fontOf(font);
    else if (move) text += ' ';
    else text += decode(hex ?? '');
  }
  return text.replace(/\s+/g, ' ');
}
