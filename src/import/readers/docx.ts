import mammoth from 'mammoth';
import type { ReadDocument } from '../blocks.ts';
import { packZipParts, type ZipParts } from '../zip-parts.ts';
import { readHtml } from './html.ts';

/** Reads a Word document. Pictures are not read, nothing outside the file is opened, and the file's own style map is ignored. */
export async function readDocx(parts: ZipParts): Promise<ReadDocument> {
  const { value } = await mammoth.convertToHtml(
    { buffer: packZipParts(parts) },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  return readHtml(value, 'paragraphs');
}
