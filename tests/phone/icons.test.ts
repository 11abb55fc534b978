import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawIcons } from '../../src/server/draw-icons.ts';

const published = join(import.meta.dirname, '..', '..', 'public');
const pixels = (file: string | Buffer): Promise<Buffer> => sharp(file).ensureAlpha().raw().toBuffer();

test('the icons show the mark that stands in the browser’s tab: npm run icons', async () => {
  const drawn = await drawIcons(readFileSync(join(published, 'favicon.svg')));
  for (const [name, picture] of drawn) {
    const file = join(published, name);
    expect((await sharp(file).metadata()).width).toBe((await sharp(picture).metadata()).width);
    const [there, wanted] = [await pixels(file), await pixels(picture)];
    // Another version of the drawing library may soften an edge otherwise.
    const others = there.filter((value, at) => Math.abs(value - (wanted[at] ?? 0)) > 32).length;
    expect([name, others / there.length < 0.01]).toEqual([name, true]);
  }
});

test('a phone may cut its own shape out of the icon that is made for it', async () => {
  const { data, info } = await sharp(join(published, 'icons', 'maskable-512.png'))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const ground = data.subarray(0, info.channels);
  const middle = info.width / 2;
  let outside = 0;
  for (let at = 0; at < info.width * info.height; at++) {
    const far = Math.hypot((at % info.width) - middle, Math.floor(at / info.width) - middle) > 0.4 * info.width;
    if (far && !data.subarray(at * info.channels, (at + 1) * info.channels).equals(ground)) outside++;
  }
  expect(outside).toBe(0);
  expect((await sharp(join(published, 'icons', 'maskable-512.png')).stats()).isOpaque).toBe(true);
});
