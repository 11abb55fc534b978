/** The longest side of a picture on a page, in points; twice as wide as the text beside which it stands. */
export const SIDE_MOST = 1600;

/**
 * The picture as it is sent: upright, at most 1,600 points on its longest side, so that a telephone's photograph of
 * 8 MB does not go through a slow line. One that is small enough stays as it is. Rejects for what is no picture.
 */
export async function shrinkPicture(file: File, name: string): Promise<File> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const share = Math.min(1, SIDE_MOST / Math.max(picture.width, picture.height));
  const isKept = share === 1 && ['image/jpeg', 'image/png', 'image/webp'].includes(file.type) && file.size < 400_000;
  const type = isKept ? file.type : file.type === 'image/png' ? 'image/png' : 'image/jpeg';
  const called = `${name}.${type === 'image/jpeg' ? 'jpg' : type.replace('image/', '')}`;
  if (isKept) return new File([file], called, { type });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * share));
  canvas.height = Math.max(1, Math.round(picture.height * share));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.85));
  if (!blob) throw new Error('The browser could not make the picture smaller.');
  return new File([blob], called, { type });
}

/** A file name made from what a picture shows, with a few letters of chance so that no other picture is overwritten. */
export function pictureName(shows: string): string {
  const words = shows
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50);
  const chance = crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36).slice(0, 5) ?? '';
  return `${words || 'picture'}-${chance}`;
}
