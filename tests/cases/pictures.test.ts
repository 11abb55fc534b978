import sharp from 'sharp';
import { expect, test } from 'vitest';
import { cleanPicture, PIXELS_MAX, type PictureType } from '../../src/cases/files/clean-picture.ts';
import { filesField } from '../../src/cases/files/take-files.ts';
import { checkPage, complaintForm, openPipeline } from './pipeline-fixture.ts';

const place = 'Nairobi -1.2921 36.8219';
const BYTES_MAX = 2 * 1024 * 1024;
const types: Record<string, PictureType> = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' };

/** Left half red, right half blue, 60 by 30, with all that a camera and an editor write beside it. */
async function photo(format: 'jpeg' | 'png' | 'webp', orientation?: number): Promise<Buffer> {
  const half = { create: { width: 30, height: 30, channels: 3 as const, background: '#ff0000' } };
  const drawn = sharp({ create: { ...half.create, width: 60, background: '#0000ff' } })
    .composite([{ input: half, left: 0, top: 0 }])
    .withExif({ IFD0: { ImageDescription: place, Copyright: place } })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>${place}</place></x:xmpmeta>`)
    .withIccProfile('p3')
    .withMetadata(orientation ? { orientation } : {});
  return format === 'jpeg'
    ? drawn.jpeg({ quality: 95 }).toBuffer()
    : format === 'png'
      ? drawn.png().toBuffer()
      : drawn.webp({ quality: 95 }).toBuffer();
}

async function cleaned(bytes: Buffer, type: PictureType): Promise<Buffer> {
  const result = await cleanPicture(bytes, type, BYTES_MAX);
  if (!('content' in result)) throw new Error(result.refused);
  return result.content;
}

/** The colour at a place, roughly: what a lossy format changes does not count. */
async function colourAt(picture: Buffer, left: number, top: number): Promise<'red' | 'blue' | 'neither'> {
  const [red = 0, , blue = 0] = await sharp(picture)
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer();
  return red > 150 && blue < 100 ? 'red' : blue > 150 && red < 100 ? 'blue' : 'neither';
}

test.each(['jpeg', 'png', 'webp'] as const)('of a %s only the picture stays, in sRGB', async (format) => {
  const taken = Buffer.concat([await photo(format), Buffer.from(place)]);
  const picture = await cleaned(taken, types[format] as PictureType);
  const { exif, xmp, icc, iptc, comments, width, height, space } = await sharp(picture).metadata();
  expect({ exif, xmp, icc, iptc, comments, width, height, space }).toEqual({ width: 60, height: 30, space: 'srgb' });
  expect(picture.includes(place)).toBe(false);
  expect([await colourAt(picture, 10, 15), await colourAt(picture, 50, 15)]).toEqual(['red', 'blue']);
});

test.each(['jpeg', 'png', 'webp'] as const)('a %s that a phone took lying down is stored upright', async (format) => {
  const picture = await cleaned(await photo(format, 6), types[format] as PictureType);
  const { width, height, orientation } = await sharp(picture).metadata();
  expect({ width, height, orientation }).toEqual({ width: 30, height: 60 });
  expect([await colourAt(picture, 15, 10), await colourAt(picture, 15, 50)]).toEqual(['red', 'blue']);
});

test('what hides in the segments of a JPEG goes: a small picture in APP0, APP14, comments', async () => {
  const drawn = await photo('jpeg');
  const segment = (marker: number, text: string): Buffer =>
    Buffer.concat([Buffer.from([0xff, marker, 0, text.length + 2]), Buffer.from(text, 'latin1')]);
  const hidden = [
    segment(0xe0, `JFXX\0\x10${place}`),
    segment(0xee, `Adobe\0d\0\0\0\0\0${place}`),
    segment(0xfe, place),
    segment(0xe2, `MPF\0${place}`),
  ];
  const picture = await cleaned(Buffer.concat([drawn.subarray(0, 2), ...hidden, drawn.subarray(2)]), 'image/jpeg');
  for (const mark of [place, 'JFXX', 'Adobe', 'MPF', 'ICC_PROFILE']) expect(picture.includes(mark), mark).toBe(false);
});

test('of an animation the first picture stays, without what its frames carry', async () => {
  const frames = await Promise.all(
    ['#ff0000', '#0000ff'].map((background) =>
      sharp({ create: { width: 20, height: 20, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const moving = await sharp(frames, { join: { animated: true } })
    .webp({ loop: 0, delay: [100, 100] })
    .withExif({ IFD0: { ImageDescription: place } })
    .toBuffer();
  expect((await sharp(moving).metadata()).pages).toBe(2);
  const picture = await cleaned(moving, 'image/webp');
  expect((await sharp(picture).metadata()).pages ?? 1).toBe(1);
  expect(picture.includes(place)).toBe(false);
  expect(await colourAt(picture, 10, 10)).toBe('red');
});

test('a picture that is cut off, empty inside or no picture is refused; none breaks the reader', async () => {
  for (const [format, type] of Object.entries(types)) {
    const whole = await photo(format as 'jpeg');
    for (const share of [0.2, 0.5, 0.9])
      expect(
        await cleanPicture(whole.subarray(0, whole.length * share), type, BYTES_MAX),
        `${format} ${share}`,
      ).toEqual({ refused: 'unreadable' });
    expect(await cleanPicture(Buffer.concat([whole.subarray(0, 16), Buffer.alloc(200)]), type, BYTES_MAX)).toEqual({
      refused: 'unreadable',
    });
  }
});

test('a small file that would fill the memory is refused by its size in points', async () => {
  const side = Math.ceil(Math.sqrt(PIXELS_MAX)) + 1;
  const huge = await sharp({
    create: { width: side, height: side, channels: 3, background: '#fff' },
    limitInputPixels: false,
  })
    .png({ palette: true, colours: 2 })
    .toBuffer();
  expect(huge.length).toBeLessThan(BYTES_MAX);
  expect(await cleanPicture(huge, 'image/png', BYTES_MAX)).toEqual({ refused: 'too-many-pixels' });
});

test('each file that cannot be taken is told in words of its own; those beside it stay with the form, by name', async () => {
  const { cases, count } = await openPipeline();
  const problemOf = async (name: string, content: Buffer): Promise<string | undefined> => {
    const form = complaintForm();
    form.append(filesField, new File([new Uint8Array(content)], name));
    form.append(filesField, new File(['%PDF-1.7 a receipt'], 'receipt.pdf'));
    const result = await cases.intake.submit(form, { language: 'en' });
    expect(result).toMatchObject({ ok: false, held: [{ name: 'receipt.pdf' }] });
    return result.ok ? undefined : result.problems[filesField];
  };
  expect(await problemOf('nothing.jpg', Buffer.alloc(0))).toContain('File 1 is empty: it has 0 bytes');
  expect(await problemOf('photo.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'))).toContain('HEIC');
  expect(await problemOf('cut.jpg', (await photo('jpeg')).subarray(0, 400))).toContain('broken or cut off');
  expect(await problemOf('page.html', Buffer.from('<html>'))).toContain('is no picture');
  expect(await count('held_files')).toBe(4);
});

test('held files go with the form, can be taken away, and are forgotten after an hour; nobody reads them in the database', async () => {
  const { cases, passTime, count, query } = await openPipeline();
  const form = complaintForm();
  for (const name of ['one.pdf', 'two.pdf']) form.append(filesField, new File([`%PDF-1.7 of ${place} ${name}`], name));
  const checked = await checkPage(cases, form, { language: 'en' });
  expect(JSON.stringify(await query('select * from held_files'))).not.toContain(
    Buffer.from(place).toString('base64').slice(0, 12),
  );
  for (const row of await query('select sealed from held_files'))
    expect(Buffer.from(row['sealed'] as Uint8Array).includes(place)).toBe(false);
  const [first = ''] = checked.getAll('heldFile').map(String);
  checked.set('removeFile', first);
  const less = await cases.intake.submit(checked, { language: 'en' });
  expect(less).toMatchObject({ ok: false, check: { submission: { files: 1 } }, held: [{ name: 'two.pdf' }] });
  expect(await count('held_files')).toBe(1);
  checked.delete('removeFile');
  passTime(60 * 60_000);
  const late = await cases.intake.submit(checked, { language: 'en' });
  expect(late).toMatchObject({
    ok: false,
    problems: { files: expect.stringContaining('for an hour at most') as string },
  });
  await cases.rounds.deleteOld();
  expect(await count('held_files')).toBe(0);
});
