import sharp from 'sharp';
import { expect, it } from 'vitest';
import { comparePictures } from './compare-pictures.ts';

const WIDTH = 60;
const HEIGHT = 40;

/** A box of a colour on paper, so far from the left. */
function drawn({ left = 10, colour = '#0b5a3c', width = WIDTH } = {}): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#f6f2e7"/><rect x="${left}" y="10" width="20" height="20" fill="${colour}"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

it('finds nothing where nothing changed', async () => {
  expect((await comparePictures(await drawn(), await drawn())).share).toBe(0);
});

it('sees a colour that changed by a little, and where', async () => {
  const { share, picture } = await comparePictures(await drawn(), await drawn({ colour: '#0b5a42' }));
  expect(share).toBeCloseTo((20 * 20) / (WIDTH * HEIGHT));
  const box = await sharp(picture).extract({ left: 12, top: 12, width: 1, height: 1 }).raw().toBuffer();
  expect([...box]).toEqual([255, 0, 0]);
});

it('sees what moved by a pixel', async () => {
  const { share } = await comparePictures(await drawn(), await drawn({ left: 11 }));
  expect(share).toBeCloseTo(40 / (WIDTH * HEIGHT));
});

it('takes a trace of colour for the same', async () => {
  expect((await comparePictures(await drawn(), await drawn({ colour: '#0c5b3d' }))).share).toBe(0);
});

it('says how large pictures are that cannot be compared', async () => {
  expect(await comparePictures(await drawn(), await drawn({ width: 61 }))).toEqual({
    share: 1,
    sizes: '60 x 40 px expected, 61 x 40 px drawn',
  });
});
