import type { Language } from '../../lib/locales.ts';
import { CASE_FILES_MAX, FILES_MAX, type SubmissionField } from '../../schemas/cases/submission.ts';
import type { FieldProblems } from '../../schemas/cases/problems.ts';
import type { Texts } from '../../texts/shape.ts';
import { pageTexts } from '../../texts/texts.ts';
import { cleanPicture, PIXELS_MAX } from './clean-picture.ts';
import { isPhoneFormat, sniffType } from './sniff.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import { type Attachment, FILE_BYTES_MAX } from '../../schemas/cases/attachment.ts';

/** Name of the form's file field. */
export const filesField = 'files' satisfies SubmissionField;

/**
 * What came with a form: the files that can be taken, each under its sender's name for it, and a sentence for each that
 * cannot.
 */
export interface TakenFiles {
  files: (Attachment & { name: string })[];
  problems: string[];
}

/**
 * Takes the files of a form: what each is by its bytes, pictures drawn anew so that nothing but the picture is left.
 */
export async function takeFiles(form: PostedForm, language: Language): Promise<TakenFiles> {
  const texts = pageTexts('attachments', language);
  const sent = sentFiles(form);
  if (sent.length > FILES_MAX) return { files: [], problems: [texts.tooMany({ max: FILES_MAX })] };
  const taken: TakenFiles = { files: [], problems: [] };
  for (const [index, file] of sent.entries()) {
    const result = await takeFile(file, index + 1, texts);
    if (typeof result === 'string') taken.problems.push(result);
    else taken.files.push(result);
  }
  return taken;
}

async function takeFile(
  file: File,
  number: number,
  texts: Texts['attachments'],
): Promise<TakenFiles['files'][number] | string> {
  if (file.size > FILE_BYTES_MAX) return texts.tooLarge({ number, megabytes: FILE_BYTES_MAX / 1024 / 1024 });
  const bytes = Buffer.from(await file.arrayBuffer());
  if (file.size === 0) return texts.empty({ number });
  // It came with others that were too large together, and was not read.
  if (bytes.length < file.size) return texts.again({ number });
  const type = sniffType(bytes);
  if (!type) return isPhoneFormat(bytes) ? texts.phoneFormat({ number }) : texts.wrongType({ number });
  // A PDF can hold its author's name in many places; taking it apart might spoil a document that is to prove something.
  if (type === 'application/pdf') return { type, content: bytes, name: file.name };
  const picture = await cleanPicture(bytes, type, FILE_BYTES_MAX);
  if ('content' in picture) return { type, content: picture.content, name: file.name };
  if (picture.refused === 'too-many-pixels') return texts.tooManyPixels({ number, millions: PIXELS_MAX / 1_000_000 });
  return picture.refused === 'too-large'
    ? texts.tooLarge({ number, megabytes: FILE_BYTES_MAX / 1024 / 1024 })
    : texts.cutOff({ number });
}

/** Tells that there are more files than a case can hold from one side, beside those that it has from it already. */
export function noRoomFor(files: number, already: number, language: Language): FieldProblems | undefined {
  const left = Math.max(0, CASE_FILES_MAX - already);
  return files > left
    ? { [filesField]: pageTexts('attachments', language).noRoom({ max: CASE_FILES_MAX, left }) }
    : undefined;
}

/**
 * A file field that was left empty comes as one file without name or bytes; one that was chosen and holds nothing has a
 * name.
 */
export function sentFiles(form: PostedForm): File[] {
  return form
    .getAll(filesField)
    .filter((item) => typeof item !== 'string' && (item.size > 0 || item.name !== '')) as File[];
}
