import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** The files of the editor that a browser loads, by paths from its folder. */
export interface OpenedParts {
  /** Before anybody is signed in. */
  atTheDoor: string[];
  /** Once an entry is opened through the portal, those at the door among them. */
  all: string[];
}

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

/** Follows the page to each file that it loads for an officer who edits through the portal, as Vite's manifest lists them. */
export function openedParts(folder: string): OpenedParts {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const filesOf = (names: string[]): string[] => {
    const seen = new Set(names);
    for (const name of seen) for (const next of manifest[name]?.imports ?? []) seen.add(next);
    const chunks = [...seen].map((name) => manifest[name]).filter((chunk) => chunk !== undefined);
    return [...new Set(chunks.flatMap(({ file, css = [] }) => [file, ...css]))];
  };
  const door = 'admin/index.html';
  const editor = 'src/cms/editor/start-editor.ts';
  const backend = 'node_modules/decap-cms-backend-proxy/dist/esm/index.js';
  return { atTheDoor: filesOf([door]), all: filesOf([door, editor, backend]) };
}

/** Bytes of a file as the portal sends it to a browser that takes Brotli (src/server/edition/object-store.ts). */
export function sentBytes(body: Buffer): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength };
  return brotliCompressSync(body, { params }).byteLength;
}
