import type { AttachmentType } from '../../schemas/cases/attachment.ts';

/** What a file is by its first bytes. Its name and the type that the browser claims count for nothing. */
export function sniffType(bytes: Buffer): AttachmentType | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'image/png';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'image/webp';
  return bytes.toString('latin1', 0, 5) === '%PDF-' ? 'application/pdf' : undefined;
}

/**
 * Tells a picture in a format of newer phones, HEIC or AVIF (ISO/IEC 23008-12, brands in the first box), which we
 * cannot open.
 */
export function isPhoneFormat(bytes: Buffer): boolean {
  return (
    bytes.toString('latin1', 4, 8) === 'ftyp' &&
    /^(?:hei[cmsx]|hev[cmsx]|mif1|msf1|avi[fs])/.test(bytes.toString('latin1', 8, 12))
  );
}
