import { CmsError } from './cms-error.ts';

const MAX_BYTES = 2 * 1024 * 1024;

/** Recognised by their first bytes, whatever the name says. SVG and HTML are not here: both can carry scripts. */
const kinds: { endings: string[]; fits: (bytes: Buffer) => boolean }[] = [
  { endings: ['png'], fits: (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) },
  { endings: ['jpg', 'jpeg'], fits: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  { endings: ['webp'], fits: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP' },
  { endings: ['pdf'], fits: (bytes) => bytes.toString('latin1', 0, 5) === '%PDF-' },
];

/** Refuses an upload that is too large or is not, by its content, the PNG, JPEG, WebP or PDF that its name claims. */
export function assertMedia(path: string, bytes: Buffer): void {
  if (bytes.length > MAX_BYTES)
    throw new CmsError(413, `The file is larger than 2 MB (${(bytes.length / 1024 / 1024).toFixed(1)} MB). Make it smaller and upload it again.`);
  const kind = kinds.find(({ fits }) => fits(bytes));
  if (!kind)
    throw new CmsError(
      422,
      'Only PNG, JPEG and WebP pictures and PDF documents can be uploaded. Save the file in one of these formats and upload it again.',
    );
  const ending = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (!kind.endings.includes(ending))
    throw new CmsError(
      422,
      `The file is a ${kind.endings[0]} but its name ends in .${ending}. Rename it to end in .${kind.endings[0]} and upload it again.`,
    );
}
