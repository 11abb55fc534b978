import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { runImport, type ImportRequest } from '../../src/import/run-import.ts';
import type { ImportOptions } from '../../src/import/recognise/recognition.ts';
import type { ImportReport } from '../../src/import/report.ts';
import { collections, type CollectionName, type EntryData } from '../../src/schemas/collections.ts';
import { readEntry } from '../../src/register/read-entry.ts';
import { packZipParts } from '../../src/import/zip-parts.ts';
import { readFile } from 'node:fs/promises';

export const seed = resolve(import.meta.dirname, 'fixtures', 'oag-doj-ict-charter.txt');
const shippedContent = resolve(import.meta.dirname, '..', '..', 'content');

export interface Workspace {
  folder: string;
  contentDir: string;
  /** Writes a document and imports it. */
  importText(
    name: string,
    document: string | Uint8Array,
    options?: Partial<ImportOptions>,
    request?: Partial<ImportRequest>,
  ): Promise<ImportReport>;
  /** Reads a written content file as the site would. */
  read<C extends CollectionName>(collection: C, id: string): Promise<EntryData<C>>;
  /** Names of all files under the content folder's charters and services. */
  written(): Promise<string[]>;
  /** Lays a shipped body and its services into the content folder. */
  takeShipped(agency: string): Promise<void>;
}

let short: Promise<[name: string, text: string][]> | undefined;

/**
 * The shipped jurisdictions without their law, holidays and ladders: an import asks for names and money only, and each
 * reads all of them. JSON is valid YAML.
 */
function shortJurisdictions(): Promise<[name: string, text: string][]> {
  const folder = join(shippedContent, 'jurisdictions');
  const kept = [
    'name',
    'code',
    'languages',
    'currency',
    'currencySymbol',
    'timeZone',
    'callingCode',
    'summary',
    'sources',
  ];
  const left = { calendar: { weekend: ['sunday'], rules: [] }, oversightLadder: [], antiCorruption: [] };
  const shorten = async (name: string): Promise<[string, string]> => {
    const data = parse(await readFile(join(folder, name), 'utf8')) as Record<string, unknown>;
    return [name, JSON.stringify({ ...Object.fromEntries(kept.map((field) => [field, data[field]])), ...left })];
  };
  return (short ??= readdir(folder).then((names) => Promise.all(names.map(shorten))));
}

/**
 * A content folder with the jurisdictions and the Kenyan Ombudsman, in which a test may write. It is removed
 * afterwards.
 */
export async function createWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'opencharter-import-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const contentDir = join(folder, 'content');
  await mkdir(join(contentDir, 'jurisdictions'), { recursive: true });
  for (const [name, text] of await shortJurisdictions()) await writeFile(join(contentDir, 'jurisdictions', name), text);
  await mkdir(join(contentDir, 'charters'));
  await cp(join(shippedContent, 'charters', 'caj-ombudsman.mdx'), join(contentDir, 'charters', 'caj-ombudsman.mdx'));
  return {
    folder,
    contentDir,
    async importText(name, document, options = {}, request = {}) {
      const file = join(folder, name);
      await writeFile(file, document);
      return runImport({
        file,
        options: { agencyId: 'test-agency', sourceKind: 'official-document', ...options },
        contentDir,
        today: '2026-02-01',
        ...request,
      });
    },
    async read(collection, id) {
      const { folder: sub, format } = collections[collection];
      const path = `content/${sub}/${id}.${format}`;
      const { entry, problems } = readEntry(collection, path, await readFile(join(folder, path), 'utf8'));
      if (!entry) throw new Error(JSON.stringify(problems));
      return entry.data;
    },
    async takeShipped(agency) {
      const taken = [`charters/${agency}.mdx`, `services/${agency}`];
      await Promise.all(
        taken.map((path) => cp(join(shippedContent, path), join(contentDir, path), { recursive: true })),
      );
    },
    async written() {
      const names = await readdir(contentDir, { recursive: true, withFileTypes: true });
      return names
        .filter((item) => item.isFile())
        .map((item) => join(item.parentPath, item.name).slice(contentDir.length + 1))
        .filter((path) => !path.startsWith('jurisdictions') && path !== 'charters/caj-ombudsman.mdx')
        .sort();
    },
  };
}

/** Builds a Word document; each text is XML of the document's body. */
export function docx(...body: string[]): Buffer {
  return docxWith({}, ...body);
}

/** Builds a Word document with further parts by their path, for example word/styles.xml. */
export function docxWith(parts: Record<string, string>, ...body: string[]): Buffer {
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="${w}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:body>${body.join('')}</w:body></w:document>`,
    ...Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, xml.replace('>', ` xmlns:w="${w}">`)])),
  });
}

export function wordParagraph(text: string, bold = false): string {
  return `<w:p><w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

export function wordTable(rows: string[][]): string {
  return `<w:tbl>${rows
    .map(
      (row) =>
        `<w:tr>${row
          .map(
            (cell) =>
              `<w:tc>${cell
                .split('\n')
                .map((line) => wordParagraph(line))
                .join('')}</w:tc>`,
          )
          .join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;
}

const ns = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Builds an Excel workbook with one sheet; numbers become number cells. */
export function xlsx(sheet: string, rows: (string | number)[][]): Buffer {
  const cell = (value: string | number, column: number, row: number): string => {
    const at = `${String.fromCharCode(65 + column)}${row + 1}`;
    return typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  return xlsxWith(
    sheet,
    `<sheetData>${rows.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, c, r)).join('')}</row>`).join('')}</sheetData>`,
  );
}

/**
 * Builds an Excel workbook from the XML within its one sheet, with further parts by their path, for example
 * xl/styles.xml.
 */
export function xlsxWith(sheet: string, content: string, parts: Record<string, string> = {}): Buffer {
  return zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<workbook xmlns="${ns}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${ns}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${content}</worksheet>`,
    ...parts,
  });
}

function zip(parts: Record<string, string>): Buffer {
  return packZipParts(
    new Map(
      Object.entries(parts).map(([name, xml]) => [
        name,
        Buffer.from(
          name.endsWith('.rels') || name.endsWith('.xml') ? `<?xml version="1.0" encoding="UTF-8"?>${xml}` : xml,
        ),
      ]),
    ),
  );
}
