import type { Language } from '../../lib/locales.ts';
import { CASE_FILES_MAX, FILES_MAX, type ComplaintField } from '../../schemas/cases/complaint.ts';
import type { FieldProblems } from '../../schemas/cases/problems.ts';
import { attachmentMessages } from './attachment-messages.ts';
import { sniffType, type AttachmentType } from './sniff.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';
import { stripWebp } from './strip-webp.ts';
import type { PostedForm } from '../posted-form.ts';

/** A file as it is stored. */
export interface Attachment {
  type: AttachmentType;
  content: Buffer;
}

/** Name of the form's file field. */
export const filesField = 'files' satisfies ComplaintField;
export const FILE_BYTES_MAX = 2 * 1024 * 1024;

const strip: Record<AttachmentType, (bytes: Buffer) => Buffer | undefined> = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  'image/webp': stripWebp,
  // A PDF can hold its author's name in many places; taking it apart might spoil a document that is to prove something.
  'application/pdf': (bytes) => bytes,
};

/** Takes the files of a form: what each is by its bytes, freed of metadata. Gives one sentence where one cannot be taken. */
export async function takeFiles(form: PostedForm, language: Language): Promise<{ files: Attachment[] } | { problem: string }> {
  const texts = attachmentMessages(language);
  const sent = sentFiles(form);
  if (sent.length > FILES_MAX) return { problem: `${texts.tooMany(FILES_MAX)} ${texts.again}` };
  const large = sent.findIndex(({ size }) => size > FILE_BYTES_MAX);
  if (large >= 0) return { problem: `${texts.tooLarge(large + 1, FILE_BYTES_MAX / 1024 / 1024)} ${texts.again}` };
  const files: Attachment[] = [];
  for (const [index, file] of sent.entries()) {
    const bytes = Buffer.from(await file.arrayBuffer());
    const type = sniffType(bytes);
    const content = type && strip[type](bytes);
    if (!type || !content) return { problem: `${texts.wrongType(index + 1)} ${texts.again}` };
    files.push({ type, content });
  }
  return { files };
}

/** Tells that there are more files than a case can hold from one side, beside those that it has from it already. */
export function noRoomFor(files: number, already: number, language: Language): FieldProblems | undefined {
  const left = Math.max(0, CASE_FILES_MAX - already);
  const texts = attachmentMessages(language);
  return files > left
    ? { [filesField]: left === 0 ? texts.noRoom(CASE_FILES_MAX, 0) : `${texts.noRoom(CASE_FILES_MAX, left)} ${texts.again}` }
    : undefined;
}

/** Tells that files must be chosen again, where some came with a form that is shown again: no browser fills a file field in. */
export function filesLost(form: PostedForm, language: Language): FieldProblems {
  return sentFiles(form).length > 0 ? { [filesField]: attachmentMessages(language).again } : {};
}

/** A file field that was left empty comes as one file without name or bytes. */
function sentFiles(form: PostedForm): File[] {
  return form.getAll(filesField).filter((item) => typeof item !== 'string' && item.size > 0) as File[];
}
