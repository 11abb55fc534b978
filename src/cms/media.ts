import sharp from 'sharp';
import { CmsError } from './cms-error.ts';

const MAX_BYTES = 2 * 1024 * 1024;
/**
 * A picture of so many pixels fills a poster; a small file can claim many more and stall the portal while it is
 * unpacked.
 */
const MAX_PIXELS = 40_000_000;

type Format = 'png' | 'jpeg' | 'webp' | 'pdf';

/** Recognised by their first bytes, whatever the name says. SVG and HTML are not here: both can carry scripts. */
const kinds: { format: Format; endings: string[]; fits: (bytes: Buffer) => boolean }[] = [
  {
    format: 'png',
    endings: ['png'],
    fits: (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  },
  {
    format: 'jpeg',
    endings: ['jpg', 'jpeg'],
    fits: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  },
  {
    format: 'webp',
    endings: ['webp'],
    fits: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  },
  { format: 'pdf', endings: ['pdf'], fits: (bytes) => bytes.toString('latin1', 0, 5) === '%PDF-' },
];

/**
 * What is published of an upload. A picture is read point by point and written anew, upright: what is no picture
 * is refused, and nothing that hides in one is passed on. A PDF stays as it is. Refuses what is too large or is not, by
 * its content, the PNG, JPEG, WebP or PDF that its name claims.
 */
export async function publishableMedia(path: string, bytes: Buffer): Promise<Buffer> {
  if (bytes.length > MAX_BYTES)
    throw new CmsError(413, 'The file is larger than 2 MB ({size} MB). Make it smaller and upload it again.', {
      values: { size: (bytes.length / 1024 / 1024).toFixed(1) },
    });
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
      'The file is a {kind} but its name ends in .{ending}. Rename it to end in .{kind} and upload it again.',
      { values: { kind: kind.endings[0] ?? '', ending } },
    );
  return kind.format === 'pdf' ? bytes : redrawn(bytes, kind.format);
}

async function redrawn(bytes: Buffer, format: Exclude<Format, 'pdf'>): Promise<Buffer> {
  try {
    return await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: format === 'webp' })
      .autoOrient()
      .toFormat(format, format === 'jpeg' ? { quality: 88 } : {})
      .toBuffer();
  } catch (cause) {
    if (/pixel limit/i.test((cause as Error).message))
      throw new CmsError(
        422,
        'The picture has more than 40 million points. Make it smaller, for example 2,000 points wide, and upload it again.',
        {
          cause,
        },
      );
    throw new CmsError(
      422,
      'The file begins like a picture but cannot be read as one. Open it in a picture program, save it anew, and upload that.',
      {
        cause,
      },
    );
  }
}
