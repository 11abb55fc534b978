import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { drawIcons } from '../server/draw-icons.ts';

// npm run icons: draws the icons in public/ from public/favicon.svg, for a portal that is put on a phone.
const folder = resolve(import.meta.dirname, '..', '..', 'public');
for (const [name, picture] of await drawIcons(await readFile(join(folder, 'favicon.svg')))) {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), picture);
  console.log(`Written: public/${name} (${picture.byteLength} bytes)`);
}
