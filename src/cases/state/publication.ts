import type { CaseEvent } from '../../schemas/cases/event.ts';

/** What became of the asker's leave to publish a request for information. */
export interface Publication {
  /** The asker lets it be published as of now. */
  allowed: boolean;
  /** Id of its public page, where it has one. */
  page?: string;
  /** The operator does not publish it. */
  refused: boolean;
}

const publicationKinds = ['publication-allowed', 'publication-ended', 'published', 'publication-refused'] as const;
type PublicationEvent = Extract<CaseEvent, { kind: (typeof publicationKinds)[number] }>;

/** Says whether an event tells of the public register alone: it is no matter of the body that answers. */
export function isOfPublication(event: CaseEvent): event is PublicationEvent {
  return publicationKinds.some((kind) => kind === event.kind);
}

/** What became of the leave after one more event, whatever was before. */
export function afterEvent(event: PublicationEvent): Publication {
  switch (event.kind) {
    case 'publication-allowed':
      return { allowed: true, refused: false };
    case 'publication-ended':
      return { allowed: false, refused: false };
    case 'published':
      return { allowed: true, page: event.page, refused: false };
    case 'publication-refused':
      return { allowed: true, refused: true };
  }
}
