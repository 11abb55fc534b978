import type { DeskContext } from '../../cms/context.ts';
import { presentEntries } from '../../cms/from-document/present-entries.ts';
import { proposalIn, type Proposal } from '../../cms/from-document/proposal.ts';
import { addSource, takeOver } from '../../cms/from-document/take-over.ts';
import type { CmsError } from '../../cms/cms-error.ts';
import { attempt } from '../../cms/refusal.ts';
import { dayIn } from '../../deadlines/working-days.ts';
import type { DocumentReader } from '../../import/read-for-desk.ts';
import type { Language } from '../../lib/locales.ts';
import { timeZoneIn } from '../../register/time-zone.ts';
import { pageTexts } from '../../texts/texts.ts';
import { documentView, keyOf, type DocumentView } from './document-view.ts';
import { describedFields, readUpload, type Described, type ReadingRefusal } from './read-document.ts';

/** What the page of a document shows next: the form that asks for one, or what was found in it. */
export type DocumentStep =
  | { shows: 'form'; typed?: Described; refusal?: ReadingRefusal }
  | {
      shows: 'findings';
      proposal: Proposal;
      view: DocumentView;
      done?: { says: string; editor?: string | undefined } | undefined;
      /** `parked`: the officer's version, where it is kept apart because somebody saved another meanwhile. */
      refusal?: { status: number; message: string; parked?: string | undefined } | undefined;
    };

interface Posted {
  get(name: string): FormDataEntryValue | null;
  entries(): Iterable<[string, FormDataEntryValue]>;
}

/** Does what a form of the page asked for: reads a document, adds it to the sources, or takes an entry over. */
export async function documentStep(
  context: DeskContext,
  read: DocumentReader,
  agency: string,
  form: Posted,
  language: Language,
): Promise<DocumentStep> {
  const sent = form.get('proposal');
  if (typeof sent === 'string') {
    const proposal = proposalIn(sent);
    return proposal?.agency === agency ? act(context, proposal, form, language) : { shows: 'form' };
  }
  const typed = Object.fromEntries(describedFields.map((name) => [name, text(form, name)])) as Described;
  const file = form.get('document');
  const register = await context.register();
  const timeZone = timeZoneIn(register, register.agencies.get(agency)?.data.jurisdiction);
  const found = await readUpload(read, {
    agency,
    file: file instanceof File ? file : undefined,
    typed,
    present: await presentEntries(context, agency),
    today: dayIn(timeZone, context.clock()),
  });
  if ('refusal' in found) return { shows: 'form', typed, refusal: found.refusal };
  return findings(context, found.proposal, language);
}

async function act(context: DeskContext, proposal: Proposal, form: Posted, language: Language): Promise<DocumentStep> {
  const m = pageTexts('desk-import', language);
  const taken = text(form, 'take');
  const entry = proposal.entries.find((candidate) => keyOf(candidate) === taken);
  if (entry) {
    const ticked = [...form.entries()].flatMap(([name]) =>
      name.startsWith(`${taken}/`) ? [name.slice(taken.length + 1)] : [],
    );
    const { refusal } = await attempt(() => takeOver(context, proposal, entry, ticked));
    const step = await findings(context, proposal, language);
    if (refusal) return { ...step, refusal: told(refusal, language) };
    const shown = [...step.view.services, step.view.charter].find((one) => one?.key === taken);
    return { ...step, done: { says: m.taken({ name: shown?.name ?? entry.slug }), editor: shown?.editor } };
  }
  const { value, refusal } = await attempt(() => addSource(context, proposal));
  const step = await findings(context, proposal, language);
  if (refusal) return { ...step, refusal: told(refusal, language) };
  return { ...step, done: { says: value === 'published' ? m.sourcePublished : m.sourceDrafted } };
}

const told = ({ status, parked, says }: CmsError, language: Language) => ({ status, parked, message: says(language) });

async function findings(
  context: DeskContext,
  proposal: Proposal,
  language: Language,
): Promise<Extract<DocumentStep, { shows: 'findings' }>> {
  const view = documentView(proposal, await presentEntries(context, proposal.agency), language);
  return { shows: 'findings', proposal, view };
}

function text(form: Posted, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
