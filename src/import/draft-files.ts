import { Document, isMap, isScalar, visit } from 'yaml';
import { agencyType, charter as charterSchema, type AgencyType, type CharterInput } from '../schemas/charter.ts';
import { service as serviceSchema } from '../schemas/service.ts';
import { plain, type Remark } from './blocks.ts';
import { ImportError } from './import-error.ts';
import type { Recognition } from './recognise/recognition.ts';
import { readDate } from './texts/date-text.ts';
import { LINE_MAX } from './texts/quote.ts';

/** A content file that an import would write. `path` is relative to the content folder. */
export interface DraftFile {
  collection: 'charters' | 'services';
  path: string;
  text: string;
  /** Its fields, as they are written. */
  data: Record<string, unknown>;
}

export interface DraftRequest {
  work: Recognition;
  /** Name of the document's file, for the source when the document has no title. */
  documentName: string;
  /** The day of the import, ISO 8601: the source was read on it. */
  today: string;
  /** False when the agency's charter exists and the document holds only services. */
  withCharter: boolean;
}

const KINDS: [RegExp, AgencyType][] = [
  [/\bministry\b|\bwizara\b/, 'ministry'],
  [/\bcounty\b|\bdistrict council\b|\bhalmashauri\b/, 'county'],
  [/\buniversity\b|\bchuo kikuu\b/, 'university'],
  [/\bhospital\b|\bhospitali\b/, 'hospital'],
  [/\bombudsman\b/, 'ombudsman'],
  [/\bpolice\b|\bpolisi\b/, 'police'],
  [/\bcourts?\b|\bjudiciary\b|\bmahakama\b/, 'court'],
  [/\bwater\b|\bpower\b|\belectricity\b/, 'utility'],
  [/\bfund\b/, 'fund'],
  [/\bexaminations?\b/, 'examinations-body'],
  [/\bdepartment\b|\bidara\b/, 'department'],
  [/\bcommission\b|\btume\b/, 'commission'],
  [/\bauthority\b|\bmamlaka\b/, 'authority'],
  [/\bservice\b/, 'service'],
];

/**
 * Turns what was recognised into content files: the charter with one source, and a file for each service.
 * Passages that were not placed stand in the charter's body, so that nothing is lost.
 * Throws an ImportError when the document does not say what a charter must, and no option says it.
 */
export function draftFiles(request: DraftRequest): DraftFile[] {
  const { work } = request;
  const { agencyId } = work.options;
  const services = work.draft.services.map(({ id, data: unordered }): DraftFile => {
    const data = inOrder(unordered, Object.keys(serviceSchema.shape));
    return { collection: 'services', path: `services/${agencyId}/${id}.yaml`, text: toYaml(data), data };
  });
  if (!request.withCharter) return services;
  const data = inOrder(completeCharter(request), Object.keys(charterSchema.shape));
  const body = [
    ...work.draft.body.map(({ heading, text }) => `## ${heading}\n\n${escapeProse(text)}`),
    ...notPlaced(work.remaining(), work.draft.charter.language),
  ].join('\n\n');
  return [
    {
      collection: 'charters',
      path: `charters/${agencyId}.mdx`,
      text: `---\n${toYaml(data)}---\n${body ? `\n${body}\n` : ''}`,
      data,
    },
    ...services,
  ];
}

/** Writes a text so that MDX shows it as it is: no markup, no component, no expression and no import comes of it. */
export function escapeProse(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~!&$()]/g, (sign) => (sign === '(' || sign === ')' ? sign : `\\${sign}`))
    .replace(/^(\s*)([-+=]|\d+(?=[.)]))/gm, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    )
    .replace(
      /^(\s*)(import|export)\b/gm,
      (_, space: string, word: string) => `${space}&#${word.charCodeAt(0)};${word.slice(1)}`,
    );
}

function notPlaced(remaining: Remark[], language: string | undefined): string[] {
  if (remaining.length === 0) return [];
  const heading = language === 'sw' ? 'Bado hayajapangwa' : 'Not yet placed by the import';
  return [
    `## ${heading}\n\n${remaining.map(({ place, text }) => `- (${escapeProse(place)}) ${escapeProse(text)}`).join('\n')}`,
  ];
}

function completeCharter({ work, documentName, today }: DraftRequest): CharterInput {
  const { options, draft, country } = work;
  const found = draft.charter;
  const name = options.name ?? found.name;
  if (!name)
    throw new ImportError(
      `${documentName} does not say the name of the agency.`,
      'Add it: --name "Name of the agency".',
    );
  const jurisdiction = options.jurisdiction ?? country?.id ?? work.surroundings.jurisdiction;
  if (!jurisdiction) {
    const known = work.surroundings.countries.map(({ id }) => id).join(', ');
    throw new ImportError(
      `${documentName} does not say of which country it is.`,
      `Add it: --jurisdiction ID, with one of ${known || 'the files in content/jurisdictions'}.`,
    );
  }
  const aliases = options.name && found.name && plain(options.name) !== plain(found.name) ? [found.name] : [];
  const title =
    options.sourceTitle ?? ([draft.documentTitle, found.edition].filter(Boolean).join(', ') || documentName);
  const publishedOn = found.edition ? readDate(found.edition) : undefined;
  return {
    ...found,
    ...(found.pledge
      ? {
          pledge: {
            ...found.pledge,
            evidence: {
              ...work.evidence(),
              ...(found.pledge.evidence.note ? { note: found.pledge.evidence.note } : {}),
            },
          },
        }
      : {}),
    name,
    ...(aliases.length > 0 ? { aliases } : {}),
    type: typeOf(work, name),
    jurisdiction,
    summary: summaryOf(work, title),
    evidence: work.evidence(),
    sources: [
      {
        id: options.sourceId ?? 's1',
        title: title.slice(0, LINE_MAX).trim(),
        ...(options.sourceUrl ? { url: options.sourceUrl } : {}),
        ...(publishedOn ? { publishedOn } : {}),
        readOn: today,
        kind: options.sourceKind,
        ...(draft.sourceNote ? { note: draft.sourceNote } : {}),
      },
    ],
  };
}

function typeOf(work: Recognition, name: string): AgencyType {
  if (work.options.type) {
    const type = agencyType.safeParse(work.options.type);
    if (!type.success)
      throw new ImportError(
        `--type "${work.options.type}" is not a known kind of body.`,
        `Use one of: ${agencyType.options.join(', ')}.`,
      );
    return type.data;
  }
  const guess = KINDS.find(([words]) => words.test(plain(name)))?.[1] ?? 'other';
  work.remark(
    'charter',
    `The kind of body was guessed from the name: ${guess}. Say it with --type, or change it in the charter.`,
  );
  return guess;
}

function summaryOf(work: Recognition, title: string): string {
  const { mission, mandate, vision } = work.draft.charter;
  const text = [mandate, mission, vision]
    .map((statement) => statement?.text.replace(/\s+/g, ' ').trim())
    .find((candidate) => candidate !== undefined && candidate.length <= LINE_MAX);
  work.remark(
    'charter',
    text
      ? 'The sentence that tells what a citizen goes there for is the agency’s own statement; write it in plain words.'
      : 'Nobody has written yet what a citizen goes there for, in one sentence.',
  );
  return text ?? `Draft from “${title.slice(0, 200)}”; the summary is still to be written.`;
}

function inOrder(data: object, keys: string[]): Record<string, unknown> {
  const values = data as Record<string, unknown>;
  return Object.fromEntries(keys.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])));
}

function toYaml(data: Record<string, unknown>): string {
  const document = new Document(data, { version: '1.2', aliasDuplicateObjects: false });
  visit(document, {
    Pair: (_, pair) => {
      if (isScalar(pair.key) && pair.key.value === 'evidence' && isMap(pair.value)) pair.value.flow = true;
    },
  });
  return document.toString({ lineWidth: 140, flowCollectionPadding: true });
}
