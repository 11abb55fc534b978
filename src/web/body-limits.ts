/** How much of a posted form is read, in bytes. */
export interface FormLimit {
  /** The whole body. */
  body: number;
  /** All that was typed in it. It stays small also where files may be large. */
  typed: number;
  /**
   * A form with files that is larger than `body` is read up to here: what was typed is kept, its files are let go.
   * Absent where no files are taken.
   */
  withoutFiles?: number;
}

const KB = 1024;
const MB = 1024 * KB;

/** What a browser may send that is more than we take. Beyond it nothing is read, and the words are lost. */
export const OVERSIZED_BYTES_MAX = 40 * MB;

/** Bytes of the bodies that the portal reads, by what they carry. A form that takes files says how many: `withFiles`. */
export const bodyLimits = {
  /** Reference and secret of a case, or the token of a link. */
  keys: { body: 4 * KB, typed: 4 * KB },
  /** More than the longest submission takes, in any script, as multipart form data. */
  words: { body: 32 * KB, typed: 32 * KB },
  /** A request and all that was answered, as the operator publishes them. */
  review: { body: 192 * KB, typed: 64 * KB },
  /** A document of the charter desk; or, as a form of words, all that was recognised in one. */
  document: { body: 11 * MB, typed: 6 * MB, withoutFiles: OVERSIZED_BYTES_MAX },
  /** Whether an answer of the search was the right one. */
  searchFeedback: { body: 8 * KB, typed: 8 * KB },
  /** Translations of an entry: the longest text that content may have, in a script of three bytes a letter, percent-encoded. */
  translations: { body: MB, typed: 512 * KB },
} satisfies Record<string, FormLimit>;

/** A request of the charter desk: a file to be uploaded comes as base64 in JSON. */
export const DESK_BYTES_MAX = 12 * MB;

/** An event of Netlify: the fields of a form, and the addresses of its files. */
export const NETLIFY_EVENT_BYTES_MAX = MB;

/** No form of ours has as many fields and files. */
export const PARTS_MAX = 200;

/** The lines before a part, with a file's name. */
export const PART_HEAD_BYTES_MAX = 8 * KB;

/** The limit of a form to which files may be added: the words, as many files as it takes, and the lines between them. */
export function withFiles(count: number, fileBytes: number): FormLimit {
  const { typed } = bodyLimits.words;
  return { body: typed + count * fileBytes + 4 * KB, typed, withoutFiles: OVERSIZED_BYTES_MAX };
}
