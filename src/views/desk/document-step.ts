import type { DeskContext } from '../../cms/context.ts';
import type { GivenDocument, HeldDocument, HeldDocuments } from '../../cms/from-document/held-documents.ts';
import { charterPath, presentEntries, sourcesOf } from '../../cms/from-document/present-entries.ts';
import { proposalIn, type Proposal } from '../../cms/from-document/proposal.ts';
import { addSource, takeOver } from '../../cms/from-document/take-over.ts';
import type { CmsError } from '../../cms/cms-error.ts';
import { attempt } from '../../cms/refusal.ts';
import { dayIn } from '../../deadlines/working-days.ts';
import type { DocumentReader } from '../../import/read-for-desk.ts';
import type { Language } from '../../lib/locales.ts';
import { timeZoneIn } from '../../register/time-zone.ts';
import { source as sourceSchema } from '../../schemas/provenance.ts';
import { pageTexts } from '../../texts/texts.ts';
import { documentView, keyOf, type DocumentView } from './document-view.ts';
import {
  describedFields,
  describedSource,
  documentProblem,
  readDocument,
  type Described,
  type ReadingRefusal,
} from './read-document.ts';
import { sourceInWords } from './source-in-words.ts';

/** What the page of a document shows next: the form that asks for one, or what was found in it. */
export type DocumentStep =
  | {
      shows: 'form';
      typed?: Described;
      /** The sources of the charter or its draft, in words. */
      sources: SourceChoice[];
      /** The document that is kept until what is said of it is right. */
      held?: Pick<HeldDocument, 'token' | 'name'> | undefined;
      refusal?: ReadingRefusal | undefined;
    }
  | {
      shows: 'findings';
      proposal: Proposal;
      view: DocumentView;
      /** What leads back to the form, to correct what was said of the document. */
      correction: [name: string, value: string][];
      done?: { says: string; editor?: string | undefined } | undefined;
      /** `parked`: the officer's version, where it is kept apart because somebody saved another meanwhile. */
      refusal?: { status: number; message: string; parked?: string | undefined } | undefined;
    };

export interface SourceChoice {
  id: string;
  says: string;
}

interface Posted {
  get(name: string): FormDataEntryValue | null;
  entries(): Iterable<[string, FormDataEntryValue]>;
}

/** Names of what is posted beside what is said of the document. */
export const HELD = 'held';
export const CORRECT = 'correct';

/**
 * Does what a form of the page asked for: reads a document, adds it to the sources, or takes an entry over. Without one
 * it asks for a document.
 */
export async function documentStep(
  desk: { context: DeskContext; documents: HeldDocuments; read: DocumentReader },
  agency: string,
  form: Posted | undefined,
  language: Language,
): Promise<DocumentStep> {
  const { context, documents, read } = desk;
  const present = await presentEntries(context, agency);
  const sources = sourcesOf(present.entries.get(charterPath(agency))?.data ?? {});
  const asks = { shows: 'form' as const, sources: sourceChoices(sources, language) };
  if (!form) return asks;
  const sent = form.get('proposal');
  if (typeof sent === 'string') {
    const proposal = proposalIn(sent);
    return proposal?.agency === agency ? act(context, proposal, form, language) : asks;
  }
  const keep = (given: GivenDocument): Promise<HeldDocument> => documents.hold(context.officer.email, given);
  const typed = Object.fromEntries(describedFields.map((name) => [name, text(form, name)])) as Described;
  const { document, held, problem } = await givenDocument(desk, form, language);
  if (held && form.get(CORRECT)) return { ...asks, typed, held };
  const register = await context.register();
  const today = dayIn(timeZoneIn(register, register.agencies.get(agency)?.data.jurisdiction), context.clock());
  const described = describedSource(typed, { sources, today, language });
  if (!document || 'problems' in described) {
    const { problems = {}, listed } = 'problems' in described ? described : {};
    return {
      ...asks,
      typed: listed ? { ...typed, listed } : typed,
      held: document && (held ?? (await keep(document))),
      refusal: { problems: { ...(problem ? { document: problem } : {}), ...problems } },
    };
  }
  const found = await readDocument(read, { agency, document, source: described.source, present, today });
  if ('refusal' in found) return { ...asks, typed, refusal: found.refusal };
  const { token } = held ?? (await keep(document));
  const correction: [string, string][] = [[HELD, token], ...(Object.entries(typed) as [string, string][])];
  return findings(context, { proposal: found.proposal, correction }, language);
}

/** The document of a form: what was chosen just now, or what is kept since it was chosen. */
async function givenDocument(
  { documents, context: { officer } }: { documents: HeldDocuments; context: DeskContext },
  form: Posted,
  language: Language,
): Promise<{ document?: GivenDocument; held?: HeldDocument | undefined; problem?: string | undefined }> {
  const chosen = form.get('document');
  if (chosen instanceof File && (chosen.size > 0 || chosen.name !== '')) {
    const name = (chosen.name.split(/[\\/]/).at(-1) ?? '').slice(-120) || 'document';
    const problem = documentProblem(chosen, language);
    return problem ? { problem } : { document: { name, bytes: Buffer.from(await chosen.arrayBuffer()) } };
  }
  const token = text(form, HELD);
  const held = token ? await documents.open(officer.email, token) : undefined;
  return held ? { document: held, held } : { problem: documentProblem(undefined, language) };
}

function sourceChoices(sources: Record<string, unknown>[], language: Language): SourceChoice[] {
  return sources.flatMap((listed) => {
    const { data } = sourceSchema.safeParse(listed);
    return data ? { id: data.id, says: sourceInWords(data, language) } : [];
  });
}

async function act(context: DeskContext, proposal: Proposal, form: Posted, language: Language): Promise<DocumentStep> {
  const correction = [HELD, ...describedFields].map((name): [string, string] => [name, text(form, name)]);
  const found = { proposal, correction };
  const m = pageTexts('desk-import', language);
  const taken = text(form, 'take');
  const entry = proposal.entries.find((candidate) => keyOf(candidate) === taken);
  if (entry) {
    const ticked = [...form.entries()].flatMap(([name]) =>
      name.startsWith(`${taken}/`) ? [name.slice(taken.length + 1)] : [],
    );
    const { refusal } = await attempt(() => takeOver(context, proposal, entry, ticked));
    const step = await findings(context, found, language);
    if (refusal) return { ...step, refusal: told(refusal, language) };
    const shown = [...step.view.services, step.view.charter].find((one) => one?.key === taken);
    return { ...step, done: { says: m.taken({ name: shown?.name ?? entry.slug }), editor: shown?.editor } };
  }
  const { value, refusal } = await attempt(() => addSource(context, proposal));
  const step = await findings(context, found, language);
  if (refusal) return { ...step, refusal: told(refusal, language) };
  return { ...step, done: { says: value === 'published' ? m.sourcePublished : m.sourceDrafted } };
}

const told = ({ status, parked, says }: CmsError, language: Language) => ({ status, parked, message: says(language) });

async function findings(
  context: DeskContext,
  { proposal, correction }: { proposal: Proposal; correction: [string, string][] },
  language: Language,
): Promise<Extract<DocumentStep, { shows: 'findings' }>> {
  const view = documentView(proposal, await presentEntries(context, proposal.agency), {
    ...{ register: await context.register(), language, today: context.clock() },
  });
  return { shows: 'findings', proposal, view, correction };
}

function text(form: Posted, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
