import mammoth from 'mammoth';
import { oneLine, type ReadDocument, type Remark } from '../blocks.ts';
import { packZipParts, type ZipParts } from '../zip-parts.ts';
import { readHtml } from './html.ts';
import { prepareWord, wordsIn, type TakenOut } from './word-marks.ts';
import { styleMarks } from './word-styles.ts';
import { allOf, parseXml, serializeXml } from './xml.ts';

/**
 * Reads a Word document. Pictures are not read, nothing outside the file is opened, and the file's own style map is
 * ignored. What Word shows struck through, hidden or deleted, and what stands beside the text (comments, headers,
 * footers, charts), is left out and told.
 */
export async function readDocx(parts: ZipParts): Promise<ReadDocument> {
  const taken: TakenOut = { struck: [], hidden: [], deleted: [], insertions: 0, boxes: 0, formulas: 0 };
  const styles = parts.get('word/styles.xml');
  const marks = styleMarks(styles ? parseXml(styles) : undefined);
  const prepared: ZipParts = new Map(parts);
  for (const [path, bytes] of parts) {
    if (!/^word\/(?:document\d*|footnotes|endnotes)\.xml$/.test(path)) continue;
    const xml = parseXml(bytes);
    prepareWord(xml, marks, taken);
    prepared.set(path, serializeXml(xml));
  }
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: packZipParts(prepared) },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  const read = readHtml(withNumberedNotes(value), 'paragraphs');
  return {
    ...read,
    leftOut: [...read.leftOut, ...sayTaken(taken), ...besideText(parts)],
    remarks: [
      ...(read.remarks ?? []),
      ...remarksOn(
        taken,
        messages.map(({ message }) => message),
      ),
    ],
  };
}

/**
 * Writes the number of each note before it, as its mark in the text has it, and takes off the arrow that leads back.
 */
function withNumberedNotes(html: string): string {
  let number = 0;
  return html
    .replace(/<li id="(?:foot|end)note-[^"]*">(?:<p>)?/g, (start) => `${start}[${(number += 1)}] `)
    .replace(/\s*<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, '');
}

function sayTaken({ struck, hidden, deleted }: TakenOut): string[] {
  return [
    ...say('passages struck through were', struck),
    ...say('hidden passages were', hidden),
    ...say('passages that were deleted with changes tracked were', deleted),
  ];
}

function remarksOn({ insertions, boxes, formulas }: TakenOut, messages: string[]): Remark[] {
  const counts = new Map<string, number>();
  // A style without a definition changes no word.
  for (const message of messages)
    if (!/^(?:Unrecognised \w+ style|.* style with ID)/i.test(message))
      counts.set(message, (counts.get(message) ?? 0) + 1);
  return [
    ...(insertions > 0
      ? [`${insertions} insertions with changes tracked were read as part of the text; nobody has accepted them yet.`]
      : []),
    ...(boxes > 0 ? [`${boxes} text boxes were read behind the paragraph that they hang on.`] : []),
    ...(formulas > 0 ? [`${formulas} mathematical formulas were read as plain signs.`] : []),
    ...[...counts].map(([message, count]) => `Not read${count > 1 ? `, ${count} times` : ''}: ${message}.`),
  ].map((text) => ({ place: 'document', text }));
}

/** Tells what stands beside the text in parts of its own. */
function besideText(parts: ZipParts): string[] {
  const texts = (pattern: RegExp, name: string): string[] => [
    ...new Set(
      [...parts]
        .filter(([path]) => pattern.test(path))
        .flatMap(([, bytes]) => allOf(parseXml(bytes), name).map((found) => oneLine(wordsIn(found))))
        .filter((text) => text !== ''),
    ),
  ];
  return [
    ...say('comments were', texts(/^word\/comments\d*\.xml$/, 'comment')),
    ...say('headers or footers were', [
      ...texts(/^word\/header\d*\.xml$/, 'hdr'),
      ...texts(/^word\/footer\d*\.xml$/, 'ftr'),
    ]),
    ...say(
      'charts or diagrams were',
      texts(/^word\/(?:charts\/chart|diagrams\/data)\d*\.xml$/, 'txBody').concat(
        texts(/^word\/charts\/chart\d*\.xml$/, 'rich'),
      ),
    ),
  ];
}

function say(what: string, list: string[]): string[] {
  if (list.length === 0) return [];
  const quotes = list.slice(0, 20).map((text) => `"${text.length > 100 ? `${text.slice(0, 97)}…` : text}"`);
  return [
    `${list.length} ${what} left out: ${quotes.join(', ')}${list.length > 20 ? ` and ${list.length - 20} more` : ''}.`,
  ];
}
