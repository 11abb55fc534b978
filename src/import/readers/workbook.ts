import type { ZipParts } from '../zip-parts.ts';
import { formatCode } from './number-format.ts';
import { allOf, attribute, childOf, childrenOf, isOn, parseXml } from './xml.ts';

/** How the words of a cell or a run are set, as far as it changes what they mean. */
export interface Face {
  struck: boolean;
  raised: boolean;
  lowered: boolean;
}

export interface RichText {
  text: string;
  face: Face;
}

export interface Sheet {
  name: string;
  path: string;
  isHidden: boolean;
}

/** What the sheets of a workbook share. */
export interface Workbook {
  sheets: Sheet[];
  is1904: boolean;
  strings: RichText[][];
  /** By the style number of a cell: its number format and its font. */
  styles: { format: string; face: Face }[];
}

export const PLAIN: Face = { struck: false, raised: false, lowered: false };

/** Reads the list of sheets, the shared strings and the styles of a workbook. */
export function readWorkbook(parts: ZipParts): Workbook {
  const book = part(parts, 'xl/workbook.xml');
  const targets = relationsOf(parts, 'xl/workbook.xml');
  return {
    sheets: allOf(book, 'sheet').flatMap((sheet): Sheet[] => {
      const path = targets.get(attribute(sheet, 'id') ?? '')?.path;
      const state = attribute(sheet, 'state') ?? 'visible';
      return path && /worksheets?\//.test(path)
        ? [{ name: attribute(sheet, 'name') ?? '', path, isHidden: state !== 'visible' }]
        : [];
    }),
    is1904:
      isOn(allOf(book, 'workbookPr')[0], 'date1904') &&
      attribute(allOf(book, 'workbookPr')[0], 'date1904') !== undefined,
    strings: childrenOf(part(parts, 'xl/sharedStrings.xml')?.documentElement, 'si').map(richText),
    styles: readStyles(part(parts, 'xl/styles.xml')),
  };
}

/** A part as XML; undefined when the file does not hold it. */
export function part(parts: ZipParts, path: string): Document | undefined {
  const bytes = parts.get(path);
  return bytes ? parseXml(bytes) : undefined;
}

/** What a part refers to, by the id of the relation. */
export function relationsOf(
  parts: ZipParts,
  path: string,
): Map<string, { path: string; target: string; type: string }> {
  const [, folder = '', file = ''] = /^(.*\/)?([^/]+)$/.exec(path) ?? [];
  return new Map(
    childrenOf(part(parts, `${folder}_rels/${file}.rels`)?.documentElement, 'Relationship').map((relation) => {
      const target = attribute(relation, 'Target') ?? '';
      const type = (attribute(relation, 'Type') ?? '').split('/').at(-1) ?? '';
      return [
        attribute(relation, 'Id') ?? '',
        { path: new URL(target, `zip:/${folder}`).pathname.slice(1), target, type },
      ];
    }),
  );
}

/**
 * The runs of a shared string, an inline string or a comment. Reading aids for Japanese (rPh) are no part of the
 * words.
 */
export function richText(item: Element): RichText[] {
  return childrenOf(item).flatMap((child): RichText[] => {
    if (child.localName === 't') return [{ text: unescaped(child.textContent ?? ''), face: PLAIN }];
    if (child.localName !== 'r') return [];
    const text = childrenOf(child, 't')
      .map((one) => unescaped(one.textContent ?? ''))
      .join('');
    return [{ text, face: faceOf(childOf(child, 'rPr')) }];
  });
}

/** Undoes the writing of control characters as _x000A_ (ST_Xstring). */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function readStyles(styles: Document | undefined): Workbook['styles'] {
  const own = new Map(
    allOf(styles, 'numFmt').map((format) => [
      Number(attribute(format, 'numFmtId')),
      attribute(format, 'formatCode') ?? '',
    ]),
  );
  const root = styles?.documentElement;
  const fonts = childrenOf(childOf(root, 'fonts'), 'font').map(faceOf);
  return childrenOf(childOf(root, 'cellXfs'), 'xf').map((xf) => ({
    format: formatCode(Number(attribute(xf, 'numFmtId') ?? 0), own),
    face: fonts[Number(attribute(xf, 'fontId') ?? 0)] ?? PLAIN,
  }));
}

function faceOf(properties: Element | undefined): Face {
  const vertical = attribute(childOf(properties, 'vertAlign'), 'val');
  return {
    struck: isOn(childOf(properties, 'strike')),
    raised: vertical === 'superscript',
    lowered: vertical === 'subscript',
  };
}
