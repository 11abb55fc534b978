import sharp from 'sharp';

/** Behind the mark where a phone wants no transparency, and cuts a shape of its own out of the picture. */
const GROUND = '#0a5a3c';

interface Icon {
  /** Width and height in pixels. */
  size: number;
  /** How much of the width the mark takes. A phone may cut off what lies outside a circle of four fifths. */
  share: number;
  ground?: string;
}

const icons: Record<string, Icon> = {
  'icons/192.png': { size: 192, share: 1 },
  'icons/512.png': { size: 512, share: 1 },
  'icons/maskable-512.png': { size: 512, share: 0.6, ground: GROUND },
  // Where an iPhone looks without being told.
  'apple-touch-icon.png': { size: 180, share: 0.75, ground: GROUND },
};

/** Draws the portal's mark (SVG) in the sizes that phones want. Gives PNG files by their place in public/. */
export async function drawIcons(mark: Buffer): Promise<Map<string, Buffer>> {
  const drawn = Object.entries(icons).map(async ([name, icon]) => [name, await draw(mark, icon)] as const);
  return new Map(await Promise.all(drawn));
}

async function draw(mark: Buffer, { size, share, ground }: Icon): Promise<Buffer> {
  const inner = Math.round(size * share);
  const before = Math.floor((size - inner) / 2);
  const picture = sharp(mark, { density: (72 * inner) / 32 }).resize(inner, inner, {
    fit: 'contain',
    background: 'transparent',
  });
  const margins = { top: before, left: before, right: size - inner - before, bottom: size - inner - before };
  // In two steps: sharp would lay the ground before the margins.
  const drawn = await picture
    .extend({ ...margins, background: 'transparent' })
    .png()
    .toBuffer();
  const laid = ground ? sharp(drawn).flatten({ background: ground }) : sharp(drawn);
  return laid.png({ palette: true, compressionLevel: 9 }).toBuffer();
}
