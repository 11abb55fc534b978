import type { SharpInput } from 'sharp';
import type { AttachmentType } from '../../schemas/cases/attachment.ts';

export type PictureType = Exclude<AttachmentType, 'application/pdf'>;
export type CleanPicture = { content: Buffer } | { refused: 'unreadable' | 'too-many-pixels' | 'too-large' };

/** More than a phone's picture of 2 MB has. A picture in memory takes four bytes for each, whatever its file took. */
export const PIXELS_MAX = 40_000_000;
/** Tried in turn until the picture is small enough; the first is as good as what phones write. */
const QUALITIES = [85, 70, 50];

let last: Promise<unknown> = Promise.resolve();

/**
 * A picture drawn anew: turned as its camera said, in sRGB, and with nothing of its file but its points. Whatever
 * else the file held (place, time, camera, previews, profiles, comments, what hangs behind its end) is in none of them.
 * Of an animation the first picture stays. One at a time, so that many at once do not fill the memory.
 */
export function cleanPicture(bytes: Buffer, type: PictureType, bytesMax: number): Promise<CleanPicture> {
  const drawn = last.then(() => draw(bytes, type, bytesMax));
  last = drawn.catch(() => undefined);
  return drawn;
}

async function draw(bytes: Buffer, type: PictureType, bytesMax: number): Promise<CleanPicture> {
  // Loaded with the first picture: most processes and functions never see one.
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  // "error" refuses what is cut off, and not what some phones write a little wrong.
  const open = (input: SharpInput) =>
    sharp(input, { limitInputPixels: PIXELS_MAX, failOn: 'error', sequentialRead: true });
  try {
    const { width, height } = await open(bytes).metadata();
    if (width * height > PIXELS_MAX) return { refused: 'too-many-pixels' };
    if (type === 'image/png' && !bytes.includes('IEND')) return { refused: 'unreadable' };
    for (const quality of QUALITIES) {
      const picture = open(bytes).autoOrient().toColourspace('srgb');
      const content = await (
        type === 'image/png'
          ? picture.png({ compressionLevel: 9 })
          : type === 'image/webp'
            ? picture.webp({ quality })
            : picture.jpeg({ quality })
      ).toBuffer();
      if (content.length <= bytesMax) return { content };
    }
    return { refused: 'too-large' };
  } catch (error) {
    return { refused: /pixel limit/i.test((error as Error).message) ? 'too-many-pixels' : 'unreadable' };
  }
}
