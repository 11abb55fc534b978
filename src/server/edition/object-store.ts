import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FileBodies, FileRecord } from '../serve/edition-files.ts';

/** Where the files of editions are kept: by what is in them, so that editions share what they have in common. */
export interface ObjectStore {
  /** Keeps the bytes of a file, packed as it is sent, unless they are there already. Safe for several processes. */
  put(path: string, body: Buffer): FileRecord;
  /** Reads a file in each encoding there is; rejects where it is gone. */
  read(record: FileRecord): Promise<FileBodies>;
  /** Has what no edition names any more stay for as long as what was put now. */
  spare(hashes: Iterable<string>): Promise<void>;
  /** Removes what is not named here and was neither put nor spared since a moment. */
  tidy(named: ReadonlySet<string>, since: Date): Promise<void>;
}

const compressible = /\.(?:html|css|js|json|svg|xml|txt)$/;
const BYTES_MIN = 1024;
/** Three lengths of four bytes: as it is, gzip, Brotli. */
const HEAD_BYTES = 12;

/**
 * Objects in a folder: one file each, with the encodings one after the other. Its time of change tells when it was last
 * put or spared.
 */
export function openObjects(folder: string): ObjectStore {
  const fileOf = (hash: string): string => join(folder, hash.slice(0, 2), hash.slice(2));
  return {
    put(path, body) {
      const packs = compressible.test(path) && body.byteLength >= BYTES_MIN;
      const hash = createHash('sha256')
        .update(packs ? 'packed\0' : 'plain\0')
        .update(body)
        .digest('base64url')
        .slice(0, 22);
      const file = fileOf(hash);
      if (!renew(file)) {
        const making = `${file}.${process.pid}-${Math.random().toString(36).slice(2)}`;
        writeInFolder(making, packs ? pack(body, gzip(body), brotli(body)) : pack(body));
        renameSync(making, file);
      }
      return { path, hash, size: body.byteLength };
    },
    read: async ({ hash }) => unpack(await readFile(fileOf(hash))),
    spare(hashes) {
      for (const hash of hashes) renew(fileOf(hash));
      return Promise.resolve();
    },
    async tidy(named, since) {
      for (const group of await readdir(folder).catch(() => [])) {
        for (const name of await readdir(join(folder, group))) {
          const file = join(folder, group, name);
          if (!named.has(group + name) && (await changedAt(file)) < since.getTime()) await rm(file, { force: true });
        }
      }
    },
  };
}

/** Says whether a file is there, and has it count as new. */
function renew(file: string): boolean {
  // Most are not; to be told so by an error takes ten times as long.
  if (!existsSync(file)) return false;
  try {
    const now = new Date();
    utimesSync(file, now, now);
    return true;
  } catch (error) {
    // One that somebody else owns stays as old as it is.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/** There are 4,096 folders at most, and soon all of them: each is made when it is found missing. */
function writeInFolder(file: string, bytes: Buffer): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** Milliseconds; another process may have been quicker to remove it. */
async function changedAt(file: string): Promise<number> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => Infinity,
  );
}

function gzip(body: Buffer): Buffer {
  return gzipSync(body, { level: 7 });
}

/** Quality 5 is within two thousandths of what 6 makes of pages of this size, and quicker. */
function brotli(body: Buffer): Buffer {
  return brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength },
  });
}

function pack(...bodies: Buffer[]): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  bodies.forEach((body, index) => head.writeUInt32LE(body.byteLength, index * 4));
  return Buffer.concat([head, ...bodies]);
}

/** Each body gets memory of its own: one that is kept must not keep the others. */
function unpack(bytes: Buffer): FileBodies {
  let at = HEAD_BYTES;
  const [identity, gz, br] = [0, 4, 8].map((offset) => {
    const length = bytes.readUInt32LE(offset);
    const body = Buffer.from(bytes.subarray(at, at + length));
    at += length;
    return body;
  });
  return {
    identity: identity ?? Buffer.alloc(0),
    ...(gz?.byteLength ? { gzip: gz } : {}),
    ...(br?.byteLength ? { br } : {}),
  };
}
