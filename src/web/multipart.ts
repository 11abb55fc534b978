import { formOfParts, type PostedForm } from './posted-form.ts';

const DISPOSITION = /^Content-Disposition: form-data; name="([^"\r\n]*)"(?:; filename="([^"\r\n]*)")?$/i;
const CONTENT_TYPE = /^Content-Type: ([\w!#$&^.+-]+\/[\w!#$&^.+-]+)$/i;
const HEAD_END = '\r\n\r\n';
const NOT_ASCII = /[\u0080-\u00ff]/;
const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';

/**
 * Reads multipart form data in the shape in which browsers write it, several times faster than the platform's reader,
 * which takes a third of the time of a submission. Gives undefined for any other shape: that is for the platform's
 * reader.
 */
export function readMultipart(body: Buffer, contentType: string): PostedForm | undefined {
  const boundary = /^multipart\/form-data; ?boundary=([\w'()+,./:=?-]{1,70})$/i.exec(contentType)?.[1];
  if (!boundary) return undefined;
  // One character for each byte, so that places in the text are places in the body.
  const bytes = body.toString('latin1');
  const delimiter = `\r\n--${boundary}`;
  if (!bytes.startsWith(delimiter.slice(2))) return undefined;
  const utf8 = (start: number, end: number): string => {
    const text = bytes.slice(start, end);
    return NOT_ASCII.test(text) ? body.toString('utf8', start, end) : text;
  };
  const parts: [string, FormDataEntryValue][] = [];
  for (let at = delimiter.length - 2; ;) {
    if (bytes.startsWith('--', at)) return /^(?:\r\n)?$/.test(bytes.slice(at + 2)) ? formOfParts(parts) : undefined;
    const headEnd = bytes.indexOf(HEAD_END, at);
    const start = headEnd + HEAD_END.length;
    const end = headEnd < 0 ? -1 : bytes.indexOf(delimiter, start);
    if (end < 0 || !bytes.startsWith('\r\n', at)) return undefined;
    const head = readHead(utf8(at + 2, headEnd));
    // The boundary inside a value, or a byte order mark before it: readers differ on these.
    if (!head || bytes.slice(start, end).includes(boundary) || bytes.startsWith(BYTE_ORDER_MARK, start))
      return undefined;
    const { name, filename, type } = head;
    const value =
      filename === undefined
        ? utf8(start, end)
        : new File([new Uint8Array(body.subarray(start, end))], filename, { type });
    parts.push([name, value]);
    at = end + delimiter.length;
  }
}

/**
 * Reads the lines before a part, or gives undefined: a text with a type or encoding of its own, or a name with escapes,
 * is rare enough for the slower reader.
 */
function readHead(head: string): { name: string; filename: string | undefined; type: string } | undefined {
  const [disposition = '', typeLine, ...more] = head.split('\r\n');
  const [whole, name = '', filename] = DISPOSITION.exec(disposition) ?? [];
  const type = typeLine === undefined ? 'text/plain' : CONTENT_TYPE.exec(typeLine)?.[1];
  const isPlain = whole !== undefined && more.length === 0 && !/[%\uFFFD]/.test(disposition) && type !== undefined;
  return isPlain && (typeLine === undefined || filename !== undefined) ? { name, filename, type } : undefined;
}
