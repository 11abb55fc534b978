import { formOfParts, type PostedForm } from './posted-form.ts';

/** What a browser may send that is more than we take. Beyond it nothing is read, and the words are lost. */
export const OVERSIZED_BYTES_MAX = 40 * 1024 * 1024;
/** No form of ours has as many fields and files. */
const PARTS_MAX = 200;
/** The lines before a part, with a file's name. */
const HEAD_BYTES_MAX = 8 * 1024;

const HEAD_END = '\r\n\r\n';
const NAME = /;\s*name="([^"\r\n]*)"/i;
const FILENAME = /;\s*filename\*?=/i;

/**
 * Reads a multipart form that is larger than we take, without holding it: what was typed is kept, up to
 * `typedBytesMax`, and of each file only how large it was. So the form can come back with every word and say which file
 * is too large. Gives undefined where that cannot be done: no multipart form, more typed than we take, or more than 40
 * MB. Even then it reads to the end, if that comes before 40 MB: with a rest unread, the next request on the same
 * connection would wait for ever.
 */
export async function readWithoutFiles(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  typedBytesMax: number,
): Promise<PostedForm | undefined> {
  const boundary = /^multipart\/form-data\b.*;\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  const reader = createReader(`\r\n--${boundary?.[1] ?? boundary?.[2] ?? ''}`, typedBytesMax);
  let isForm = boundary !== null;
  let total = 0;
  for await (const chunk of body) {
    total += chunk.byteLength;
    if (total > OVERSIZED_BYTES_MAX) return undefined;
    isForm &&= reader.take(chunk);
  }
  return isForm ? reader.form() : undefined;
}

interface Part {
  name: string;
  isFile: boolean;
  /** Bytes of it that have gone by. */
  bytes: number;
}

interface Reader {
  /** Gives false where this is no form that can be read. */
  take(chunk: Uint8Array): boolean;
  /** Gives the form once its closing line has come. */
  form(): PostedForm | undefined;
}

function createReader(delimiter: string, typedBytesMax: number): Reader {
  // The first boundary has no line before it.
  let rest = Buffer.from('\r\n');
  let part: Part | undefined;
  let state: 'before' | 'line' | 'head' | 'content' | 'end' = 'before';
  let typedBytes = 0;
  const parts: [string, FormDataEntryValue][] = [];

  /** Goes on as far as the bytes at hand allow. Gives 'more' when it needs more of them. */
  const step = (): 'again' | 'more' | 'broken' => {
    if (state === 'end') return 'more';
    if (state === 'line') {
      if (rest.length < 2) return 'more';
      const line = rest.toString('latin1', 0, 2);
      state = line === '--' ? 'end' : 'head';
      // The line break stays: a part whose head has no lines ends with it.
      return line === '--' || line === '\r\n' ? 'again' : 'broken';
    }
    if (state === 'head') {
      const end = rest.indexOf(HEAD_END);
      if (end < 0) return rest.length > HEAD_BYTES_MAX ? 'broken' : 'more';
      const head = rest.toString('utf8', 0, end);
      part = { name: NAME.exec(head)?.[1] ?? '', isFile: FILENAME.test(head), bytes: 0 };
      rest = rest.subarray(end + HEAD_END.length);
      state = 'content';
      return parts.length < PARTS_MAX ? 'again' : 'broken';
    }
    return content();
  };

  const content = (): 'again' | 'more' | 'broken' => {
    const end = rest.indexOf(delimiter);
    const isTyped = part !== undefined && !part.isFile;
    if (end < 0) {
      if (isTyped) return typedBytes + rest.length > typedBytesMax + delimiter.length ? 'broken' : 'more';
      const gone = Math.max(0, rest.length - delimiter.length + 1);
      if (part) part.bytes += gone;
      rest = rest.subarray(gone);
      return 'more';
    }
    if (part) {
      if (isTyped) typedBytes += end;
      parts.push([part.name, isTyped ? rest.toString('utf8', 0, end) : droppedFile(part.bytes + end)]);
    }
    rest = rest.subarray(end + delimiter.length);
    state = 'line';
    return typedBytes > typedBytesMax ? 'broken' : 'again';
  };

  return {
    take(chunk) {
      rest = Buffer.concat([rest, chunk]);
      for (;;) {
        const outcome = step();
        if (outcome !== 'again') return outcome === 'more';
      }
    },
    form: () => (state === 'end' ? formOfParts(parts) : undefined),
  };
}

/** A file of which nothing but its size is known. Nobody takes it for a picture: it has no bytes. */
function droppedFile(size: number): File {
  return Object.defineProperty(new File([], ''), 'size', { value: size });
}
