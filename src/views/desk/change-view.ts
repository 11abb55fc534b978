import type { Language } from '../../lib/locales.ts';
import { leadingFields } from '../../cms/small-form/item-place.ts';
import type { OpenItem } from '../../cms/small-form/open-item.ts';
import {
  CHOICE,
  evidenceParts,
  KEPT,
  NEW,
  NEW_SOURCE,
  OFFICE,
  sourceParts,
} from '../../cms/small-form/read-evidence.ts';
import { openingText } from '../../cms/small-form/opening-text.ts';
import { keptEvidence, officeSource } from '../../cms/small-form/read-item.ts';
import { typedText, type Typed } from '../../cms/small-form/typed.ts';
import type { FormPart } from '../../cms/small-form/form-parts.ts';
import { readEntry } from '../../register/read-entry.ts';
import type { Register } from '../../register/register.ts';
import { withEntries } from '../../register/with-entries.ts';
import type { FieldProblems } from '../../schemas/cases/problems.ts';
import type { Officer } from '../../schemas/officer.ts';
import { contactContext, contactView, type ContactView } from '../../site/views/contact.ts';
import type { FeeView, TimeView } from '../../site/views/figures.ts';
import { serviceDetails, type DeadlineView } from '../../site/views/service-details.ts';
import { pageTexts } from '../../texts/texts.ts';
import { urls } from '../../site/urls.ts';
import { bodyName, entryTitle } from './names.ts';
import { sourceInWords } from './source-in-words.ts';
import { partControls, type ControlContext, type DeskControl } from './part-controls.ts';

/** An item as citizens read it. */
export interface ShownItem {
  fee?: FeeView;
  time?: TimeView;
  deadline?: DeadlineView;
  contact?: ContactView;
  standard?: { metric: string; target?: string };
}

/** The small form of one figure or contact. */
export interface ChangeView {
  /** What it belongs to: the service, or the body. */
  of: string;
  /** Such as "Cost". */
  what: string;
  isNew: boolean;
  /** The page on which citizens find it. */
  page: string;
  shown?: ShownItem;
  /** What people come for, first things first, then what is missing; the rest stands behind a fold. */
  leading: DeskControl[];
  rest: DeskControl[];
  evidence: EvidenceChoice;
  /** Names of the form's fields with what is wrong in each. */
  problems: FieldProblems;
}

export interface EvidenceChoice {
  name: string;
  /** Nothing, as long as nobody chose. */
  chosen: string;
  /** What stands there, and what the office itself says where it may speak here. */
  kept: Choice;
  office?: (Choice & { hint: string }) | undefined;
  /** The sources of the charter, the newest first. */
  newest: Choice[];
  older: Choice[];
  added: { value: string; parts: DeskControl[] };
  parts: DeskControl[];
  problem?: string;
}

interface Choice {
  value: string;
  label: string;
}

interface ChangeOptions {
  language: Language;
  today: Date;
  register: Register;
  officer: Officer;
  /** What was posted and refused; else the form shows what is there. */
  typed?: Typed | undefined;
  problems?: FieldProblems;
}

/** The kind of a fee or time that is not known yet, in src/schemas. */
const NOT_STATED = 'not-stated';

/** Makes the form of an item ready to show. */
export function changeView(item: OpenItem, options: ChangeOptions): ChangeView {
  const { register, language, problems = {} } = options;
  const { place, address } = item;
  const m = pageTexts('desk-small-form', language);
  const agency = register.agencies.get(address.agency);
  const typed = options.typed ?? openingText(item, language);
  const sources = Object.fromEntries(item.sources.map((source) => [source.id, sourceInWords(source, language)]));
  const context: ControlContext = { language, typed, problems, sources: withChosen(sources, typed) };
  const leadingNames = leadingFields(place);
  const parts = item.parts.filter((part) => !(part.type === 'group' && part.evidence && part.name === 'evidence'));
  // What the chosen kind does not have is not what anybody comes for; where nothing is stated yet, it is.
  const kind = typedText(typed, 'kind');
  const isApart = ({ kinds, name }: FormPart): boolean =>
    Boolean(kinds && kind !== NOT_STATED && !kinds.includes(kind) && !typedText(typed, name));
  const named = leadingNames.flatMap((name) => parts.find((part) => part.name === name && !isApart(part)) ?? []);
  const needed = parts.filter((part) => !named.includes(part) && isNeeded(part, typed));
  const others = parts.filter((part) => !named.includes(part) && !needed.includes(part));
  return {
    of:
      address.service === undefined
        ? agency
          ? bodyName(register, agency, language)
          : ''
        : entryTitle(item.entry.data, address.service, language),
    what: m.lists[place.list as keyof typeof m.lists],
    isNew: place.index === 'new',
    page: agency
      ? address.service === undefined
        ? urls.charter(language, agency)
        : urls.service(language, agency, address.service)
      : '',
    shown: place.index === 'new' ? undefined : shownItem(item, options),
    leading: partControls([...named, ...needed], context),
    rest: partControls(others, context),
    evidence: evidenceChoice(item, context, { ...options, sources }),
    problems,
  };
}

/** What nobody can leave out and nothing stands in yet. A new field of a schema that has to be told comes first. */
function isNeeded(part: FormPart, typed: Typed): boolean {
  return part.required && part.type !== 'list' && !typed.has(part.name) && !part.kinds;
}

/** How many sources are shown at once. */
const NEWEST = 5;

function evidenceChoice(
  item: OpenItem,
  context: ControlContext,
  { sources, register, officer }: ChangeOptions & { sources: Record<string, string> },
): EvidenceChoice {
  const m = pageTexts('desk-small-form', context.language);
  const { problems } = context;
  const kept = keptEvidence(item).sources ?? [];
  const cited = kept.map((id) => sources[id] ?? id).join('; ') || m.noSource;
  const parts = partControls(evidenceParts, context, 'evidence.');
  const listed = item.sources
    .toSorted((a, b) => (b.publishedOn ?? '').localeCompare(a.publishedOn ?? ''))
    .map(({ id }) => ({ value: id, label: sources[id] ?? id }));
  const office = officeSource({ register, officer }, item.address.agency);
  return {
    name: CHOICE,
    chosen: typedText(context.typed, CHOICE),
    kept: { value: KEPT, label: item.item.evidence ? m.kept({ sources: cited }) : m.ofEntry({ sources: cited }) },
    office:
      office === undefined ? undefined : { value: OFFICE, label: m.office, hint: m.officeHint({ title: office }) },
    newest: listed.slice(0, NEWEST),
    older: listed.slice(NEWEST),
    added: { value: NEW, parts: partControls(sourceParts, context, NEW_SOURCE) },
    parts: parts.map((part) =>
      part.type === 'field' && part.field.name === 'evidence.asOf'
        ? { ...part, field: { ...part.field, texts: { ...part.field.texts, help: m.asOfHint } } }
        : part,
    ),
    problem: problems[CHOICE] ?? problems['evidence'] ?? problems['evidence.sources'],
  };
}

/** The sources with several together, where something cites several. */
function withChosen(sources: Record<string, string>, typed: Typed): Record<string, string> {
  const several = [...typed].flatMap(([name, [value = '']]) =>
    name.endsWith('.sources') && value.includes(' ') ? [value] : [],
  );
  const words = (ids: string): string =>
    ids
      .split(' ')
      .map((id) => sources[id] ?? id)
      .join('; ');
  return { ...Object.fromEntries(several.map((ids) => [ids, words(ids)])), ...sources };
}

/** The item as citizens read it once what is opened is published. */
function shownItem(
  { file, text, place, address }: OpenItem,
  { register, language, today }: ChangeOptions,
): ShownItem | undefined {
  const { entry } = readEntry(place.kind, file.path, text);
  if (!entry || place.index === 'new') return undefined;
  const placed = withEntries(register, [
    { ...entry, collection: place.kind } as Parameters<typeof withEntries>[1][number],
  ]);
  const agency = placed.agencies.get(address.agency);
  if (!agency) return undefined;
  if (place.kind === 'charters') {
    const read = placed.in(language).charter(agency);
    const contact = place.list === 'contacts' ? read.contacts[place.index] : undefined;
    const standard = place.list === 'standards' ? read.standards[place.index] : undefined;
    return {
      contact: contact && contactView(contact, contactContext(placed, agency, { language, today })),
      standard: standard && { metric: standard.metric.text, target: standard.target?.text },
    };
  }
  const service = agency.services.find(({ id }) => id === address.service);
  if (!service) return undefined;
  const view = serviceDetails(placed, agency, service, { language, today });
  return {
    fee: place.list === 'fees' ? view.fees[place.index] : undefined,
    time: place.list === 'processingTimes' ? view.times[place.index] : undefined,
    deadline: place.list === 'deadlines' ? view.deadlines[place.index] : undefined,
  };
}
