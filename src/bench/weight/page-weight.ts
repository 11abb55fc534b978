import { gzipSync } from 'node:zlib';

/**
 * Bytes of a page with the style sheets it waits for, gzip -9: without pictures, fonts and scripts, and without the sheet
 * for paper, which keeps nobody waiting. `bytesOfSheet` gives those of one sheet by its address.
 */
export async function pageWeight(html: string, bytesOfSheet: (href: string) => Promise<number>): Promise<number> {
  const sheets = await Promise.all(sheetsOf(html).map(bytesOfSheet));
  return zippedBytes(html) + sheets.reduce((sum, bytes) => sum + bytes, 0);
}

/** What a text or a file takes on its way. */
export function zippedBytes(text: string | Buffer): number {
  return gzipSync(text, { level: 9 }).byteLength;
}

function sheetsOf(html: string): string[] {
  return (html.match(/<link\b[^>]*\brel="stylesheet"[^>]*>/g) ?? [])
    .filter((link) => !link.includes('media="print"'))
    .map((link) => /\bhref="([^"]+)"/.exec(link)?.[1] ?? '');
}
