/** Kinds of files that may come with a case: pictures of letters and receipts, and scans. */
export const attachmentTypes = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
} as const;
export type AttachmentType = keyof typeof attachmentTypes;

/** A file as it is stored. */
export interface Attachment {
  /** `application/pgp-encrypted`: what it is, only whoever has the key can tell. */
  type: AttachmentType | 'application/pgp-encrypted';
  content: Buffer;
}

export const FILE_BYTES_MAX = 2 * 1024 * 1024;
