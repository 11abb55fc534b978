import { loadedEntriesOf } from '../register/loaded-entries.ts';
import type { Register } from '../register/register.ts';
import type { Source } from '../schemas/provenance.ts';
import { draftOfDocument, type DocumentDraft } from './draft-of-document.ts';
import { ImportError } from './import-error.ts';

/** A document that an officer uploads for one body, and the source that it is, or becomes, of its charter. */
export interface UploadedDocument {
  agencyId: string;
  documentName: string;
  bytes: Buffer;
  source: Source;
  /** The day, ISO 8601. */
  today: string;
}

export type ReadUpload = { draft: DocumentDraft } | { refusal: { what: string; remedy: string } };
export type DocumentReader = (upload: UploadedDocument) => Promise<ReadUpload>;

/** Documents are read one after the other: each may take the memory that `limits.ts` allows. */
export function createDocumentReader(register: () => Promise<Register>): DocumentReader {
  let last: Promise<unknown> = Promise.resolve();
  return (upload) => {
    const reading = last.then(async () => read(upload, await register()));
    last = reading.catch(() => undefined);
    return reading;
  };
}

async function read(upload: UploadedDocument, register: Register): Promise<ReadUpload> {
  const { agencyId, documentName, bytes, source, today } = upload;
  const charter = register.agencies.get(agencyId)?.data;
  try {
    const draft = await draftOfDocument({
      documentName,
      bytes,
      today,
      entries: loadedEntriesOf(register),
      beside: true,
      options: {
        agencyId,
        name: charter?.name,
        type: charter?.type,
        jurisdiction: charter?.jurisdiction,
        language: charter?.language,
        sourceId: source.id,
        sourceTitle: source.title,
        sourceUrl: source.url,
        sourceKind: source.kind,
        asOf: source.publishedOn,
      },
    });
    return { draft };
  } catch (error) {
    if (error instanceof ImportError) return { refusal: { what: error.what, remedy: error.remedy } };
    throw error;
  }
}
