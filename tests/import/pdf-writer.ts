/** A page of a PDF made by hand: text at given places, lines, and what PDF's own operators say. */
export interface PdfPage {
  /** Content stream; see `at`, `line` and the like. Latin letters alone. */
  content: string;
  width?: number;
  height?: number;
  rotate?: 90 | 180 | 270;
}

/** Shows a text with its left end at x and its baseline y points below the top of a page 842 points high. */
export function at(x: number, y: number, text: string, { size = 10, bold = false, more = '' } = {}): string {
  const escaped = text.replace(/[\\()]/g, (sign) => `\\${sign}`);
  return `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${more} 1 0 0 1 ${x} ${842 - y} Tm (${escaped}) Tj ET`;
}

/** Draws a line of half a point. */
export function line(x0: number, y0: number, x1: number, y1: number): string {
  return `0.5 w ${x0} ${842 - y0} m ${x1} ${842 - y1} l S`;
}

/** Draws the lines of a grid with these edges. */
export function grid(xs: number[], ys: number[]): string {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return [...xs.map((x) => line(x, top, x, bottom)), ...ys.map((y) => line(left, y, right, y))].join('\n');
}

/** Builds a PDF of these pages, with Helvetica, whose widths every reader knows. `catalog` and `objects` add to it. */
export function writePdf(pages: PdfPage[], { trailer = '', objects = [] as string[], resources = '' } = {}): Buffer {
  const own = 5 + objects.length;
  const kids = pages.map((_, index) => `${own + index * 2} 0 R`).join(' ');
  const font = (name: string): string =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...objects,
    ...pages.flatMap(({ content, width = 595, height = 842, rotate }, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ${rotate ? `/Rotate ${rotate}` : ''} /Contents ${own + index * 2 + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> ${resources} >> >>`,
      stream('', Buffer.from(content, 'latin1')),
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = all.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** An object of a PDF that holds bytes. */
export function stream(dictionary: string, bytes: Buffer): string {
  return `<< ${dictionary} /Length ${bytes.length} >>\nstream\n${bytes.toString('latin1')}\nendstream`;
}
