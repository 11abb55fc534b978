const pictureChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const HEADER_BYTES = 12;
/** Flags of VP8X that announce EXIF and XMP. */
const ANNOUNCES_METADATA = 0x08 | 0x04;

/** Gives a WebP without EXIF, XMP and unknown chunks, or undefined where it is no whole WebP. */
export function stripWebp(bytes: Buffer): Buffer | undefined {
  const fileEnd = 8 + bytes.readUInt32LE(4);
  if (fileEnd > bytes.length) return undefined;
  const kept: Buffer[] = [];
  for (let at = HEADER_BYTES; at < fileEnd;) {
    if (at + 8 > fileEnd) return undefined;
    const size = bytes.readUInt32LE(at + 4);
    // Chunks begin at even places.
    const end = at + 8 + size + (size % 2);
    if (end > fileEnd) return undefined;
    const name = bytes.toString('latin1', at, at + 4);
    if (pictureChunks.has(name)) kept.push(name === 'VP8X' ? withoutFlags(bytes.subarray(at, end)) : bytes.subarray(at, end));
    at = end;
  }
  if (kept.length === 0) return undefined;
  const body = Buffer.concat(kept);
  const header = Buffer.from(bytes.subarray(0, HEADER_BYTES));
  header.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([header, body]);
}

function withoutFlags(chunk: Buffer): Buffer {
  const changed = Buffer.from(chunk);
  changed[8] = (changed[8] ?? 0) & ~ANNOUNCES_METADATA;
  return changed;
}
