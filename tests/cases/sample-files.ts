const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

function chunk(name: string, content: string): Buffer {
  return bytes([0, 0, 0, content.length], name, content, [1, 2, 3, 4]);
}

/** A picture as it is stored, and as a camera wrote it, with the place in it. */
export function samplePicture(seen: string, place = 'Nairobi -1.2921 36.8219'): { clean: Buffer; taken: Buffer } {
  const start = [bytes('\x89PNG\r\n\x1a\n'), chunk('IHDR', 'size')];
  const end = [chunk('IDAT', seen), chunk('IEND', '')];
  return { clean: Buffer.concat([...start, ...end]), taken: Buffer.concat([...start, chunk('tEXt', place), ...end]) };
}

export const samplePdf = Buffer.from('%PDF-1.7 a letter');

/** Puts files into a form, under names that mean nothing. */
export function attach(form: FormData, ...files: Buffer[]): FormData {
  files.forEach((content, index) => form.append('files', new File([new Uint8Array(content)], `IMG_${index}.html`, { type: 'text/html' })));
  return form;
}
