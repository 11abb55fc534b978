import sharp from 'sharp';
import { cleanPicture } from '../../src/cases/files/clean-picture.ts';

/** A chunk of a PNG; nobody checks the sums of those that are no picture. */
function chunk(name: string, content: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(name + content, 'latin1'), Buffer.alloc(4)]);
}

/** A picture as a camera wrote it, with the place in it, and as it is stored. */
export async function samplePicture(place = 'Nairobi -1.2921 36.8219'): Promise<{ clean: Buffer; taken: Buffer }> {
  const drawn = await sharp({ create: { width: 24, height: 16, channels: 3, background: '#2a7f4f' } })
    .png()
    .toBuffer();
  // The signature and the first chunk of a PNG take 33 bytes.
  const taken = Buffer.concat([drawn.subarray(0, 33), chunk('tEXt', place), drawn.subarray(33), Buffer.from(place)]);
  const stored = await cleanPicture(taken, 'image/png', taken.length * 2);
  return { clean: 'content' in stored ? stored.content : Buffer.alloc(0), taken };
}

export const samplePdf = Buffer.from('%PDF-1.7 a letter');

/** Puts files into a form, under names that mean nothing. */
export function attach(form: FormData, ...files: Buffer[]): FormData {
  files.forEach((content, index) =>
    form.append('files', new File([new Uint8Array(content)], `IMG_${index}.html`, { type: 'text/html' })),
  );
  return form;
}
