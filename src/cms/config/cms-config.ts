import { defaultLanguage, type Language } from '../../lib/locales.ts';
import { proseComponents } from '../../register/prose-components.ts';
import type { Entry } from '../../register/read-entry.ts';
import type { Register } from '../../register/register.ts';
import { collections } from '../../schemas/collections.ts';
import { BODY } from '../../schemas/field-texts.ts';
import { plainFieldWords } from '../../schemas/field-words.ts';
import type { Officer } from '../../schemas/officer.ts';
import type { Texts } from '../../texts/shape.ts';
import { texts } from '../../texts/texts.ts';
import { decapBackend, type BackendSetting } from '../backend.ts';
import { BASE_FIELD } from '../entry/entry-text.ts';
import { CmsError } from '../cms-error.ts';
import { deskCollections, type DeskCollection, type DeskKind } from '../permissions.ts';
import { collectionLabel, shortName } from './agency-collections.ts';
import { decapFields, type DecapField } from './fields.ts';
import { deskChoices, type DeskChoices } from './desk-choices.ts';
import { groupedFields } from './groups.ts';

/** Decap's configuration, as far as this portal sets it. */
export interface DecapConfig {
  backend: Record<string, unknown>;
  collections: DecapCollection[];
  /** What the desk's own controls choose from; Decap itself does not look at it. */
  choices: DeskChoices;
  [setting: string]: unknown;
}

export interface DecapCollection {
  name: string;
  label: string;
  folder?: string;
  fields?: DecapField[];
  files?: { name: string; label: string; file: string; fields: DecapField[] }[];
  [setting: string]: unknown;
}

/**
 * The configuration for one officer and one of the officer's agencies, the first where none is named: its charter,
 * services and notices, with forms derived from the schemas that the build uses. Throws a CmsError for another's agency.
 */
export function cmsConfig({
  officer,
  register,
  backend,
  agency,
  drafted,
  language = defaultLanguage,
}: {
  officer: Officer;
  register: Register;
  backend: BackendSetting;
  agency?: string | undefined;
  /** The charter of the agency as its draft has it. */
  drafted?: Entry<'charters'> | undefined;
  /** In which the fields are called, and refusals told; Decap's own words stay English. */
  language?: Language;
}): DecapConfig {
  const all = deskCollections(officer);
  const opened = agency ?? all[0]?.agency ?? '';
  // Topics and guides belong to no agency: whoever may edit them has them beside any.
  const shown = all.filter((desk) => desk.agency === opened || desk.agency === undefined);
  if (agency && !shown.some((desk) => desk.agency === agency))
    throw new CmsError(403, 'You may edit only what belongs to {own}, and “{other}” does not.', {
      values: { own: officer.agencies.join(', '), other: agency },
    });
  return {
    load_config_file: false,
    backend: decapBackend(backend, language),
    publish_mode: 'editorial_workflow',
    media_folder: `content/media/${opened}`,
    public_folder: `/media/${opened}`,
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    editor: { preview: true, notes: false },
    show_preview_links: false,
    choices: deskChoices(register, [opened].filter(Boolean), { [drafted?.id ?? '']: drafted?.data }, language),
    collections: shown.map((desk) => decapCollection(desk, { officer, register, backend, language })),
  };
}

function decapCollection(
  desk: DeskCollection,
  {
    officer,
    register,
    backend,
    language,
  }: { officer: Officer; register: Register; backend: BackendSetting; language: Language },
): DecapCollection {
  const { schema } = collections[desk.kind];
  const words = plainFieldWords(language);
  const derived = decapFields(schema, { words }).map((field) => inCollection(field, desk));
  // The version an edit starts from travels in a hidden field; a git host has its own means.
  const whole = [
    ...derived,
    ...(desk.kind === 'charters' ? [inCollection(bodyField(language), desk)] : []),
    ...(backend.name === 'portal' ? [hidden(BASE_FIELD)] : []),
  ];
  const fields = groupedFields(schema, whole, { body: 'more' }, words);
  const shared = {
    name: desk.name,
    label: collectionLabel(desk, register, language),
    ...(desk.agency === undefined
      ? {}
      : { media_folder: `/content/media/${desk.agency}`, public_folder: `/media/${desk.agency}` }),
    format: desk.extension === 'mdx' ? 'frontmatter' : 'yaml',
    extension: desk.extension,
    publish: officer.mayPublish,
  };
  return settings[desk.kind]({
    desk,
    agencyName: desk.agency === undefined ? '' : shortName(desk.agency, register),
    shared,
    fields,
    officer,
    m: texts('desk-editor', language).lists,
    language,
  });
}

interface Parts {
  desk: DeskCollection;
  agencyName: string;
  shared: Record<string, unknown> & { name: string; label: string };
  fields: DecapField[];
  officer: Officer;
  m: Texts['desk-editor']['lists'];
  language: Language;
}

const settings: Record<DeskKind, (parts: Parts) => DecapCollection> = {
  charters: ({ desk, agencyName, shared, fields, m }) => ({
    ...shared,
    delete: false,
    files: [
      {
        name: desk.agency ?? '',
        label: m.charterOf({ name: agencyName }),
        file: `${desk.folder}/${desk.agency}.mdx`,
        fields,
      },
    ],
  }),
  services: ({ desk, shared, fields, officer, m }) => ({
    ...shared,
    label_singular: m.service,
    folder: desk.folder,
    create: true,
    delete: officer.mayPublish,
    identifier_field: 'name',
    slug: '{{name}}',
    summary: '{{name}}',
    sortable_fields: ['order', 'name'],
    fields,
  }),
  notices: ({ desk, shared, fields, officer, m }) => ({
    ...shared,
    label_singular: m.notice,
    folder: desk.folder,
    filter: { field: 'agency', value: desk.agency },
    create: true,
    delete: officer.mayPublish,
    identifier_field: 'title',
    slug: `${desk.agency}-{{title}}`,
    summary: '{{publishedOn}} · {{title}}',
    sortable_fields: ['publishedOn', 'title'],
    fields,
  }),
  topics: ({ desk, shared, fields, m }) => ({
    ...shared,
    label_singular: m.topic,
    folder: desk.folder,
    create: true,
    delete: false,
    identifier_field: 'name',
    summary: '{{name}}',
    fields,
  }),
  guides: ({ desk, shared, fields, m, language }) => ({
    ...shared,
    label_singular: m.guide,
    folder: desk.folder,
    create: true,
    delete: false,
    identifier_field: 'title',
    summary: '{{title}}',
    fields: [...fields, inCollection(bodyField(language), desk)],
  }),
};

const bodyField = (language: Language): DecapField => ({
  name: 'body',
  label: plainFieldWords(language).label(BODY),
  // Rich-text editing would rewrite components such as <Callout>; plain text leaves them as they are.
  widget: 'desk-prose',
  required: false,
  hint: [
    texts('desk-editor', language).lists.bodyHint,
    ...Object.values(proseComponents).map(({ usage }) => usage),
  ].join(' '),
});

function hidden(name: string, value?: string): DecapField {
  return { name, label: name, widget: 'hidden', required: false, ...(value === undefined ? {} : { default: value }) };
}

/** A field knows whose entry it is part of. A notice belongs to the agency of its collection. */
function inCollection(made: DecapField, desk: DeskCollection): DecapField {
  const field = { ...made, agency: desk.agency, entryKind: desk.kind };
  if (desk.kind === 'notices' && field.name === 'agency')
    return { ...hidden('agency', desk.agency), label: field.label };
  return field;
}
