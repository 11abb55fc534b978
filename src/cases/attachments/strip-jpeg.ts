const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/**
 * Gives a JPEG without what it tells beside its picture: place, time, camera, comments, previews, and whatever hangs behind
 * its end. Kept are JFIF (APP0), colour profiles (APP2) and Adobe's colour note (APP14), without which colours change.
 * Undefined where it is no whole JPEG.
 */
export function stripJpeg(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === END_OF_IMAGE) return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    if (at + 4 > bytes.length) return undefined;
    const length = bytes.readUInt16BE(at + 2);
    let end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    if (marker === START_OF_SCAN) end = endOfScan(bytes, end);
    if (isPicture(marker, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

function isPicture(marker: number, content: Buffer): boolean {
  if (marker === 0xe2) return content.toString('latin1', 0, 12) === 'ICC_PROFILE\0';
  const applicationData = marker >= 0xe0 && marker <= 0xef;
  return applicationData ? marker === 0xe0 || marker === 0xee : marker !== 0xfe;
}

/** Gives where the compressed data ends: at the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
