/** One file of an edition. The hash names the bytes, so it serves as ETag and as key of the cache. */
export interface FileRecord {
  /** Where it lies from the root of the portal: '/ng/nis/index.html', '/assets/x.css'. */
  path: string;
  hash: string;
  /** Bytes of the body as it is. */
  size: number;
}

/** The bytes of a file in each encoding there is; each buffer owns its memory, because it may be kept for long. */
export interface FileBodies {
  identity: Buffer;
  gzip?: Buffer;
  br?: Buffer;
}

/** The files of one edition. */
export interface EditionFiles {
  /** The file at a path, or undefined; asked at each request, so it answers from memory. */
  at(path: string): FileRecord | undefined;
  /** Reads a file; rejects where it cannot be read. */
  read(record: FileRecord): Promise<FileBodies>;
}

/** The path of the file that answers at an address: pages lie in a folder of their own. */
export function filePath(pathname: string): string {
  return pathname.endsWith('/') ? `${pathname}index.html` : pathname;
}
