import { getDocument, InvalidPDFException, PasswordException, VerbosityLevel } from 'unpdf/pdfjs';
import { ImportError } from '../../import-error.ts';
import type { Limits } from '../../limits.ts';

export type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;

/**
 * Opens a PDF. Nothing in it is run and nothing outside it is opened; its pictures are never unpacked. Throws an
 * ImportError for one that is locked, damaged or too long.
 */
export async function openPdf(name: string, bytes: Uint8Array, limits: Limits): Promise<Pdf> {
  const pdf = await open(name, bytes);
  if (pdf.numPages > limits.pages)
    throw new ImportError(
      `${name} has ${pdf.numPages} pages; ${limits.pages} are allowed.`,
      'Save the pages of the charter alone as a new PDF, and import that.',
    );
  return pdf;
}

async function open(name: string, bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      // A picture of more than one dot is passed over.
      maxImageSize: 1,
      disableFontFace: true,
      useSystemFonts: false,
      useWasm: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      enableXfa: false,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
  } catch (cause) {
    if (cause instanceof PasswordException)
      throw new ImportError(`${name} is locked with a password.`, 'Save it without a password and import that.', {
        cause,
      });
    if (cause instanceof InvalidPDFException)
      throw new ImportError(
        `${name} is damaged: it cannot be read as a PDF.`,
        'Open it in the program it was made with, save it as PDF anew, and import that.',
        { cause },
      );
    throw cause;
  }
}
