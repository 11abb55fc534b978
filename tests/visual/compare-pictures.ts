import sharp from 'sharp';

/** What differs between two pictures. */
export interface Difference {
  /** Share of the pixels that differ, of 1; 1 where the pictures have different sizes. */
  share: number;
  /** The expected picture, paled, with what differs in red; absent where the sizes differ. */
  picture?: Buffer;
  /** Why there is none, for people. */
  sizes?: string;
}

/** What the edge of a letter may differ by from machine to machine, of 255. */
const CHANNEL_STEPS_MAX = 3;

/** Compares two PNG pictures pixel by pixel; a pixel differs where one of its channels does by more than a trace. */
export async function comparePictures(expected: Buffer, actual: Buffer): Promise<Difference> {
  const [before, after] = await Promise.all([pixelsOf(expected), pixelsOf(actual)]);
  const { width, height } = before;
  if (width !== after.width || height !== after.height)
    return { share: 1, sizes: `${width} x ${height} px expected, ${after.width} x ${after.height} px drawn` };
  const marked = Buffer.alloc(before.data.length);
  let differing = 0;
  for (let at = 0; at < before.data.length; at += 3) {
    const differs = [0, 1, 2].some(
      (channel) => Math.abs((before.data[at + channel] ?? 0) - (after.data[at + channel] ?? 0)) > CHANNEL_STEPS_MAX,
    );
    if (differs) differing += 1;
    for (const channel of [0, 1, 2])
      marked[at + channel] = differs ? (channel === 0 ? 255 : 0) : 255 - (255 - (before.data[at + channel] ?? 0)) / 4;
  }
  const picture = await sharp(marked, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  return { share: differing / (width * height), picture };
}

async function pixelsOf(png: Buffer): Promise<{ data: Buffer; width: number; height: number }> {
  const { data, info } = await sharp(png)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
