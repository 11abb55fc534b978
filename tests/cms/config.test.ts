import * as z from 'zod';
import { expect, test } from 'vitest';
import { agencyCollections } from '../../src/cms/config/agency-collections.ts';
import { cmsConfig } from '../../src/cms/config/cms-config.ts';
import { decapFields, type DecapField } from '../../src/cms/config/fields.ts';
import { loadRegister } from '../../src/register/load.ts';
import { collections } from '../../src/schemas/collections.ts';
import { controls } from '../../src/cms/editor/widgets/controls.ts';
import { field, fieldMeta } from '../../src/schemas/field.ts';
import { unwrap } from '../../src/schemas/walk.ts';
import { AMINA as officer, makePortal } from './fixture.ts';

const portal = makePortal();
const register = await loadRegister(`${portal.dir}/content`);
portal.remove();
const config = cmsConfig({ officer, register, backend: { name: 'portal' } });

/** Goes through a schema and the form made from it side by side. */
function assertCovered(schema: z.ZodType, form: Partial<DecapField>, path: string): void {
  const bare = unwrap(schema);
  if (bare instanceof z.ZodObject) {
    for (const [name, child] of Object.entries(bare.shape)) {
      const made = (form.fields as DecapField[]).find((candidate) => candidate.name === name);
      expect(made?.label, `${path}.${name}`).toBe(fieldMeta(child as z.ZodType)?.label);
      assertCovered(child as z.ZodType, made ?? {}, `${path}.${name}`);
    }
  } else if (bare instanceof z.ZodArray) {
    const element = unwrap(bare.element as z.ZodType);
    if (element instanceof z.ZodDiscriminatedUnion) {
      const key = element.def.discriminator;
      for (const option of element.options as z.ZodObject[]) {
        const kind = String((option.shape[key] as z.ZodLiteral).value);
        const made = (form.types as DecapField[]).find((candidate) => candidate.name === kind);
        assertCovered(option.omit({ [key]: true } as never), made ?? {}, `${path}.${kind}`);
      }
    } else if (element instanceof z.ZodObject) assertCovered(element, form, path);
  }
}

test.each(['charters', 'services', 'notices'] as const)(
  'every field of the %s schema is in the form, with its label',
  (kind) => {
    const schema = collections[kind].schema;
    assertCovered(schema, { fields: decapFields(schema) }, kind);
  },
);

test('whoever comes from the desk in Kiswahili reads fields, groups and choices in it', () => {
  const own = cmsConfig({ officer, register, backend: { name: 'portal' }, language: 'sw' });
  const [services, charter, notices] = own.collections;
  expect(services?.label).toBe('INEC – huduma');
  const fees = services?.fields?.find(({ name }) => name === 'fees');
  expect(fees).toMatchObject({ label: 'Gharama', label_singular: 'gharama' });
  expect(services?.fields?.find(({ name }) => name === 'group-cost')?.label).toBe('Inagharimu nini');
  const forms = [services?.fields, charter?.files?.[0]?.fields, notices?.fields];
  const english = config.collections.map(({ fields, files }) => fields ?? files?.[0]?.fields);
  const words = (form: DecapField[] | undefined) =>
    allFields((form ?? []).filter(({ widget }) => widget !== 'hidden')).map(({ label, hint, widget }) =>
      widget === 'hidden' ? '' : `${label} ${hint ?? ''}`,
    );
  forms.forEach((form, index) => {
    const before = words(english[index]);
    expect(words(form).filter((text, at) => text !== '' && text === before[at])).toEqual([]);
  });
  // What is refused is told in it, too.
  expect(own.backend.proxy_url).toBe('/api/cms?language=sw');
});

test('the help of each field leads to the chapter of the handbook that explains it, in the language of the form', () => {
  const hints = (language: string) =>
    cmsConfig({ officer, register, backend: { name: 'portal' }, language })
      .collections.flatMap(({ fields, files }) => fields ?? files?.[0]?.fields ?? [])
      .filter(({ widget }) => !['hidden', 'group'].includes(widget) && widget !== 'desk-prose')
      .map(({ name, hint }): [string, string | undefined] => [name, hint?.match(/\]\((.*)\)$/)?.[1]]);
  expect(hints('en').filter(([, href]) => !/^\/desk\/handbook\/[a-z]+\/$/.test(href ?? ''))).toEqual([]);
  const led = new Map(hints('sw'));
  expect([led.get('fees'), led.get('evidence'), led.get('contacts')]).toEqual([
    '/sw/desk/handbook/fees/',
    '/sw/desk/handbook/evidence/',
    '/sw/desk/handbook/answers/',
  ]);
});

/** Every field of a form, those within others too. */
function allFields(fields: DecapField[]): DecapField[] {
  return fields.flatMap((made) => [
    made,
    ...allFields([made.fields, made.types, made.field].flat().filter((inner) => inner !== undefined) as DecapField[]),
  ]);
}

test('every field of every form has a control that there is', () => {
  const fields = config.collections.flatMap((collection) =>
    allFields(collection.fields ?? collection.files?.flatMap((file) => file.fields) ?? []),
  );
  expect(fields.length).toBeGreaterThan(200);
  const unknown = fields.filter(
    ({ widget }) => !['hidden', 'group'].includes(widget) && !Object.hasOwn(controls, widget),
  );
  expect(unknown.map(({ name, widget }) => `${name}: ${widget}`)).toEqual([]);
});

test('a schema that has a control of its own is found by what it is, however it is wrapped and labelled', () => {
  const widgetsOf = (schema: z.ZodObject): Record<string, string> =>
    Object.fromEntries(decapFields(schema).map(({ name, widget }) => [name, widget]));
  expect(widgetsOf(collections.services.schema)).toMatchObject({
    fees: 'desk-fees',
    processingTimes: 'desk-times',
    steps: 'desk-steps',
    evidence: 'desk-evidence',
    replacedBy: 'desk-successor',
    topics: 'desk-references',
    audience: 'desk-choices',
    popularNames: 'desk-lines',
    order: 'desk-number',
  });
  expect(widgetsOf(collections.charters.schema)).toMatchObject({
    approvedOn: 'desk-date',
    nextReviewDue: 'desk-day',
    summary: 'desk-line',
    sources: 'desk-list',
  });
});

test('help and kinds become hints and types; nobody is told how an id is written', () => {
  const services = config.collections.find((collection) => collection.name === 'services-inec');
  const fees = services?.fields?.find((candidate) => candidate.name === 'fees') as DecapField & { types: DecapField[] };
  expect(fees).toMatchObject({ typeKey: 'kind', required: true });
  expect(fees.types.map((type) => type.name)).toEqual(['fixed', 'free', 'formula', 'per-contract', 'not-stated']);
  const fixed = fees.types[0]?.fields as DecapField[];
  expect(fixed.find((candidate) => candidate.name === 'amount')).toMatchObject({
    widget: 'desk-amount',
    min: 0,
    hint: expect.stringContaining('whole currency units'),
  });
  expect(fixed.find((candidate) => candidate.name === 'validFrom')).toMatchObject({
    widget: 'desk-day',
    required: false,
  });
  const evidence = fixed.find((candidate) => candidate.name === 'evidence')?.fields as DecapField[];
  expect(evidence[0]).toMatchObject({
    name: 'sources',
    widget: 'desk-references',
    refersTo: 'source',
  });
  expect(evidence[0]).not.toHaveProperty('hint');
});

test('what can be referred to is told once, by its names', () => {
  expect(config.choices.own.inec).toMatchObject({
    currency: 'NGN',
    currencySymbol: '₦',
    source: [
      { value: 's1', label: 'INEC website', note: expect.stringContaining('undated') },
      { value: 's2', label: 'INEC charter' },
    ],
  });
  expect(config.choices.service.ng).toContainEqual(
    expect.objectContaining({ value: 'npc/birth-certificate', label: 'Birth certificate', note: 'NPC' }),
  );
  expect(JSON.stringify(config.collections)).not.toContain('birth-certificate"');
});

test('a group that may be left out does not force its fields on the officer', () => {
  const charter = config.collections.find((collection) => collection.name === 'charter-inec')?.files?.[0];
  const mandate = charter?.fields.find((candidate) => candidate.name === 'mandate');
  expect(mandate).toMatchObject({ required: false });
  expect((mandate?.fields as DecapField[]).map((candidate) => candidate.required)).toEqual([false, false]);
});

test('an officer of two bodies edits one at a time, the first unless another is asked for', () => {
  const two = { ...officer, agencies: ['npc', 'inec'] };
  const names = (agency?: string): string[] =>
    cmsConfig({ officer: two, register, backend: { name: 'portal' }, agency }).collections.map(({ name }) => name);
  expect(names()).toEqual(['services-npc', 'charter-npc', 'notices-npc']);
  expect(names('inec')).toEqual(['services-inec', 'charter-inec', 'notices-inec']);
  expect(cmsConfig({ officer: two, register, backend: { name: 'portal' }, agency: 'inec' }).media_folder).toBe(
    'content/media/inec',
  );
  expect(agencyCollections(two, register).map(({ agency, name }) => [agency, name])).toEqual([
    ['npc', 'National Population Commission'],
    ['inec', 'Independent National Electoral Commission'],
  ]);
});

test('a body of others is refused, in its address too', () => {
  expect(() => cmsConfig({ officer, register, backend: { name: 'portal' }, agency: 'npc' })).toThrow(
    /You may edit only what belongs to inec/,
  );
  expect(agencyCollections(officer, register, 'npc')).toEqual([]);
});

test('the officer sees only the own agency', () => {
  expect(config.collections.map((collection) => collection.name)).toEqual([
    'services-inec',
    'charter-inec',
    'notices-inec',
  ]);
  expect(config.collections.find((collection) => collection.name === 'notices-inec')).toMatchObject({
    filter: { field: 'agency', value: 'inec' },
  });
});

test('a type without a form control throws instead of becoming a text box', () => {
  const schema = z.object({ when: field(z.date(), { label: 'When' }) });
  expect(() => decapFields(schema)).toThrow(/no form control for the Zod type "date" of the field "when"/);
});

test('a field without a label throws', () => {
  expect(() => decapFields(z.object({ bare: z.string() }))).toThrow(/"bare" has no label/);
});

test('a git host takes the place of the portal by configuration', () => {
  const repository = { repo: 'gov/charters', branch: 'main', api_root: 'https://git.example/api/v1' };
  const hosted = cmsConfig({
    officer,
    register,
    backend: { name: 'forgejo', ...repository, base_url: 'https://git.example', app_id: 'abc' },
  });
  expect(hosted.backend).toEqual({ name: 'forgejo', ...repository, base_url: 'https://git.example', app_id: 'abc' });
  expect(JSON.stringify(hosted)).not.toContain('cmsBase');
});
