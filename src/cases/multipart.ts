const LINE = Buffer.from('\r\n');
const HEAD_END = Buffer.from('\r\n\r\n');
const DISPOSITION = /^Content-Disposition: form-data; name="([^"\r\n]*)"(?:; filename="([^"\r\n]*)")?$/i;
const CONTENT_TYPE = /^Content-Type: ([\w!#$&^.+-]+\/[\w!#$&^.+-]+)$/i;

/**
 * Reads multipart form data in the shape in which browsers write it, several times faster than the platform's reader, which
 * takes a third of the time of a submission. Gives undefined for any other shape: that is for the platform's reader.
 */
export function readMultipart(body: Buffer, contentType: string): FormData | undefined {
  const boundary = /^multipart\/form-data; ?boundary=([\w'()+,./:=?-]{1,70})$/i.exec(contentType)?.[1];
  if (!boundary) return undefined;
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  if (!body.subarray(0, delimiter.length - 2).equals(delimiter.subarray(2))) return undefined;
  const form = new FormData();
  for (let at = delimiter.length - 2; ;) {
    const after = body.toString('latin1', at, at + 2);
    if (after === '--') return at + 2 === body.length || (at + 4 === body.length && body.subarray(at + 2).equals(LINE)) ? form : undefined;
    const headEnd = body.indexOf(HEAD_END, at);
    const end = headEnd < 0 ? -1 : body.indexOf(delimiter, headEnd + HEAD_END.length);
    if (after !== '\r\n' || end < 0) return undefined;
    const content = body.subarray(headEnd + HEAD_END.length, end);
    // The boundary inside a value: readers differ on that.
    if (content.includes(boundary)) return undefined;
    if (!append(form, body.toString('utf8', at + 2, headEnd).split('\r\n'), content)) return undefined;
    at = end + delimiter.length;
  }
}

function append(form: FormData, [disposition = '', type, ...more]: string[], content: Buffer): boolean {
  const [whole, name = '', filename] = DISPOSITION.exec(disposition) ?? [];
  const media = type === undefined ? undefined : CONTENT_TYPE.exec(type)?.[1];
  // A text with a type or encoding of its own, or a name with escapes, is rare enough for the slower reader.
  const plain =
    whole !== undefined &&
    more.length === 0 &&
    !/[%\uFFFD]/.test(disposition) &&
    !(type !== undefined && (media === undefined || filename === undefined));
  if (!plain || (content[0] === 0xef && content[1] === 0xbb)) return false;
  if (filename === undefined) form.append(name, content.toString('utf8'));
  else form.append(name, new File([new Uint8Array(content)], filename, { type: media ?? 'text/plain' }));
  return true;
}
