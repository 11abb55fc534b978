import { proseComponents } from '../../register/prose-components.ts';
import type { Register } from '../../register/register.ts';
import { collections } from '../../schemas/collections.ts';
import type { Officer } from '../../schemas/officer.ts';
import { decapBackend, type BackendSetting } from '../backend.ts';
import { BASE_FIELD } from '../entry/entry-text.ts';
import { deskCollections, type DeskCollection, type DeskKind } from '../permissions.ts';
import { decapFields, type DecapField } from './fields.ts';
import { referenceOptions } from './reference-options.ts';

/** Decap's configuration, as far as this portal sets it. */
export interface DecapConfig {
  backend: Record<string, unknown>;
  collections: DecapCollection[];
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
 * The configuration for one officer: the charter, services and notices of each of the officer's agencies,
 * with forms derived from the schemas that the build uses.
 */
export function cmsConfig({
  officer,
  register,
  backend,
}: {
  officer: Officer;
  register: Register;
  backend: BackendSetting;
}): DecapConfig {
  const first = officer.agencies[0] ?? '';
  return {
    load_config_file: false,
    backend: decapBackend(backend),
    publish_mode: 'editorial_workflow',
    media_folder: `content/media/${first}`,
    public_folder: `/media/${first}`,
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    editor: { preview: true, notes: false },
    show_preview_links: false,
    collections: deskCollections(officer).map((desk) => decapCollection(desk, officer, register, backend)),
  };
}

function decapCollection(
  desk: DeskCollection,
  officer: Officer,
  register: Register,
  backend: BackendSetting,
): DecapCollection {
  const agency = register.agencies.get(desk.agency ?? '')?.data;
  const shortName = agency?.acronym ?? agency?.name ?? desk.agency ?? '';
  const { schema } = collections[desk.kind];
  const derived = decapFields(schema, referenceOptions(register, desk.agency ?? '')).map((field) =>
    inCollection(field, desk),
  );
  // The version an edit starts from travels in a hidden field; a git host has its own means.
  const fields = backend.name === 'portal' ? [...derived, hidden(BASE_FIELD)] : derived;
  const shared = {
    name: desk.name,
    ...(desk.agency === undefined
      ? {}
      : { media_folder: `/content/media/${desk.agency}`, public_folder: `/media/${desk.agency}` }),
    format: desk.extension === 'mdx' ? 'frontmatter' : 'yaml',
    extension: desk.extension,
    publish: officer.mayPublish,
  };
  return settings[desk.kind]({ desk, shortName, shared, fields, officer, stub: agency?.completeness === 'stub' });
}

interface Parts {
  desk: DeskCollection;
  shortName: string;
  shared: Record<string, unknown> & { name: string };
  fields: DecapField[];
  officer: Officer;
  /** Nobody has described the agency yet. */
  stub: boolean;
}

const settings: Record<DeskKind, (parts: Parts) => DecapCollection> = {
  charters: ({ desk, shortName, shared, fields, stub }) => ({
    ...shared,
    label: `${shortName} – ${stub ? 'not described yet' : 'charter'}`,
    delete: false,
    files: [
      {
        name: desk.agency ?? '',
        label: `Charter of ${shortName}`,
        file: `${desk.folder}/${desk.agency}.mdx`,
        fields: [...fields, bodyField],
      },
    ],
  }),
  services: ({ desk, shortName, shared, fields, officer }) => ({
    ...shared,
    label: `${shortName} – services`,
    label_singular: 'Service',
    folder: desk.folder,
    create: true,
    delete: officer.mayPublish,
    identifier_field: 'name',
    slug: '{{name}}',
    summary: '{{name}}',
    sortable_fields: ['order', 'name'],
    fields,
  }),
  notices: ({ desk, shortName, shared, fields, officer }) => ({
    ...shared,
    label: `${shortName} – notices`,
    label_singular: 'Notice',
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
  topics: ({ desk, shared, fields }) => ({
    ...shared,
    label: 'Topics',
    label_singular: 'Topic',
    folder: desk.folder,
    create: true,
    delete: false,
    identifier_field: 'name',
    summary: '{{name}}',
    fields,
  }),
  guides: ({ desk, shared, fields }) => ({
    ...shared,
    label: 'Guides',
    label_singular: 'Guide',
    folder: desk.folder,
    create: true,
    delete: false,
    identifier_field: 'title',
    summary: '{{title}}',
    fields: [...fields, bodyField],
  }),
};

const bodyField: DecapField = {
  name: 'body',
  label: 'Further text',
  // Rich-text editing would rewrite components such as <Callout>; plain text leaves them as they are.
  widget: 'markdown',
  modes: ['raw'],
  buttons: [],
  editor_components: [],
  required: false,
  hint: [
    'Markdown, for what has no field of its own. Headings start with ##. Never type a fee or a time: a component shows the one of today.',
    ...Object.values(proseComponents).map(({ usage }) => usage),
  ].join(' '),
};

function hidden(name: string, value?: string): DecapField {
  return { name, label: name, widget: 'hidden', required: false, ...(value === undefined ? {} : { default: value }) };
}

/**
 * A notice belongs to the agency of its collection; the charter's own new sources can be chosen once they are saved.
 */
function inCollection(field: DecapField, desk: DeskCollection): DecapField {
  if (desk.kind === 'notices' && field.name === 'agency')
    return { ...hidden('agency', desk.agency), label: field.label };
  if (desk.kind === 'charters' && field.name === 'sources') {
    return {
      ...field,
      hint: 'Figures cite these by their id. A source that you add can be chosen there after it is published and this page is reloaded.',
    };
  }
  return field;
}
