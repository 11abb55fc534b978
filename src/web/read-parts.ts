import { setImmediate } from 'node:timers/promises';
import { Busboy } from '@fastify/busboy';
import { OVERSIZED_BYTES_MAX, PART_HEAD_BYTES_MAX, PARTS_MAX, type FormLimit } from './body-limits.ts';
import { formOfParts, type ReadForm, type Refusal } from './posted-form.ts';
import type { IncomingBody, ReadBytes } from './read-body.ts';

/**
 * Reads a multipart form as it comes in, with no more of it in memory than the limit: once it is larger, its files are
 * let go and only their sizes are kept, so that the form can come back with every word and say which file is too
 * large. `begun` was read of the body already. What is no form is read to its end all the same, as far as the limit
 * goes: with a rest unread, the next request on the same connection would wait for ever.
 */
export async function readParts(
  begun: ReadBytes,
  body: IncomingBody,
  contentType: string,
  limit: FormLimit,
): Promise<ReadForm> {
  const parts = createParts(contentType, limit.typed);
  let total = 0;
  for await (const chunk of goingOn(begun, body)) {
    total += chunk.byteLength;
    if (total > (limit.withoutFiles ?? limit.body)) return { refused: 'too-large' };
    if (total > limit.body) parts.letFilesGo();
    await parts.take(chunk);
  }
  const read = await parts.form();
  return 'refused' in read && total > limit.body ? { refused: 'too-large' } : read;
}

/** What was read already, letting go of it, and then the rest. */
async function* goingOn({ chunks, whole }: ReadBytes, body: IncomingBody): AsyncGenerator<Uint8Array> {
  for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) yield chunk;
  if (whole) return;
  for (let next = await body.next(); !next.done; next = await body.next()) yield next.value;
}

/** How much is read before what was read is handed on. */
const TURN_BYTES = 64 * 1024;

interface Parts {
  /** Takes the next piece of the body, and settles when there is room for another. */
  take(chunk: Uint8Array): Promise<void>;
  letFilesGo(): void;
  /** The form once all of the body was taken. */
  form(): Promise<ReadForm>;
}

interface IncomingFile {
  filename: string;
  type: string;
  content: Uint8Array[];
  size: number;
}

function createParts(contentType: string, typedBytesMax: number): Parts {
  const parser = createParser(contentType, typedBytesMax);
  const parts: [name: string, value: string | IncomingFile][] = [];
  let refused: Refusal | undefined = parser ? undefined : 'not-a-form';
  let typedBytes = 0;
  let filesKept = true;
  let sinceTurn = 0;
  const end = Promise.withResolvers<undefined>();
  const refuse = (why: Refusal): void => {
    refused ??= why;
    end.resolve(undefined);
  };
  parser?.on('finish', () => end.resolve(undefined));
  parser?.on('error', () => refuse('not-a-form'));
  parser?.on('partsLimit', () => refuse('too-large'));
  parser?.on('field', (name: string | undefined, value, _, isCut) => {
    typedBytes += Buffer.byteLength(value);
    if (name === undefined) refuse('not-a-form');
    else if (isCut || typedBytes > typedBytesMax) refuse('too-large');
    else parts.push([unescaped(name), withoutMark(value)]);
  });
  parser?.on('file', (name: string | undefined, stream, filename, _, type) => {
    const file: IncomingFile = { filename: unescaped(filename), type, content: [], size: 0 };
    if (name === undefined) refuse('not-a-form');
    else parts.push([unescaped(name), file]);
    stream.on('error', () => refuse('not-a-form'));
    stream.on('data', (piece: Uint8Array) => {
      file.size += piece.byteLength;
      if (filesKept) file.content.push(piece);
    });
  });
  return {
    async take(chunk) {
      if (refused) return;
      parser?.write(chunk);
      sinceTurn += chunk.byteLength;
      if (sinceTurn < TURN_BYTES) return;
      sinceTurn = 0;
      // Busboy hands on what it read in a later turn of the event loop; without one, all of a body would pile up in it.
      await setImmediate();
    },
    letFilesGo() {
      if (!filesKept) return;
      filesKept = false;
      for (const [, value] of parts) if (typeof value !== 'string') value.content = [];
    },
    async form() {
      if (refused) return { refused };
      parser?.end();
      await end.promise;
      const values = parts.map(([name, value]): [string, FormDataEntryValue] => [
        name,
        typeof value === 'string' ? value : fileOf(value, filesKept),
      ]);
      return refused ? { refused } : { form: formOfParts(values) };
    },
  };
}

/** Undefined where the content type names no boundary, or one that nobody writes. */
function createParser(contentType: string, fieldSize: number) {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      // A field for files is one by its file's name, as for browsers; and the name stays as it was sent.
      isPartAFile: (_name, _type, filename) => filename !== undefined,
      preservePath: true,
      // More than any body: a pause in a part that it passes over, such as one that has no name, would never end.
      fileHwm: OVERSIZED_BYTES_MAX,
      limits: { fieldSize, parts: PARTS_MAX, headerSize: PART_HEAD_BYTES_MAX, headerPairs: 20 },
    });
  } catch {
    return undefined;
  }
}

/** Undoes what browsers write in place of the characters that would end a name (HTML, multipart form data). */
function unescaped(name: string): string {
  return name.replace(/%0A/gi, '\n').replace(/%0D/gi, '\r').replaceAll('%22', '"');
}

/** A byte order mark is no part of the text (Encoding Standard, "UTF-8 decode without BOM"). */
function withoutMark(value: string): string {
  return value.startsWith('\uFEFF') ? value.slice(1) : value;
}

function fileOf({ filename, type, content, size }: IncomingFile, kept: boolean): File {
  if (kept) return new File([Buffer.concat(content)], filename, { type });
  // A file of which nothing but its size is known. Nobody takes it for a picture: it has no bytes.
  return Object.defineProperty(new File([], ''), 'size', { value: size });
}
