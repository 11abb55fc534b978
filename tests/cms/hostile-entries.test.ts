import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, type Desk } from './client.ts';
import { CHARTER, makePortal, SERVICE, SITE, type Portal } from './fixture.ts';

let portal: Portal;
let amina: Desk;
let service: string;
let charter: string;

beforeAll(async () => {
  portal = makePortal();
  amina = await signIn(portal, 'amina@inec.example');
  [service, charter] = [await amina.open(SERVICE), await amina.open(CHARTER)];
});
afterAll(() => portal.remove());

const saveService = (raw: string) => amina.save('services-inec', SERVICE, raw);
const saveCharter = (raw: string) => amina.save('charter-inec', CHARTER, raw);
const added = (field: string): string => charter.replace('acronym: INEC\n', `acronym: INEC\n${field}\n`);

const hostile: Record<string, string> = {
  'an alias': 'order: &a 20\nvalidity: *a',
  'an alias of nothing': 'validity: *216',
  'an alias that grows': `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]`,
  'a merge key': 'one: &one { two: 3 }\n<<: *one',
  'a prototype': '__proto__: { polluted: true }',
  'a prototype inside': 'remedy: { __proto__: { text: x } }',
  'a constructor': 'constructor: { prototype: x }',
  'brackets without end': `validity: ${'['.repeat(5000)}`,
  'groups in groups': Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  'lists in lists': `validity:\n  ${'- '.repeat(5000)}x`,
  'very many fields': Array.from({ length: 40_000 }, (_, at) => `f${at}: 1`).join('\n'),
  'a very long word': `status: ${'a'.repeat(400_000)}`,
  'a very long field name': `${'a'.repeat(1000)}: 1`,
  'a field that is a list': '? [a, b]\n: x',
  'a tag': 'validity: !!js/function "function(){}"',
  'two documents': '---\nname: other\n',
  'a null byte': 'validity: "a\\0b"\nstatus: "act\\0ive!"',
  'not a number': 'order: .nan',
  'a number without end': 'order: .inf',
  'a half of a pair': 'status: "\\ud800"',
};

test.each(Object.entries(hostile))(
  'an entry with %s is saved or refused with a sentence, and never a fault of the server',
  async (_, yaml) => {
    for (const { status, body } of [await saveService(`${service}\n${yaml}\n`), await saveService(yaml)]) {
      expect([200, 400, 409, 422], body.error).toContain(status);
      if (status === 200) continue;
      expect(body.error).toMatch(
        /^(?:Not saved\.|The entry could not be read\.|There is already an entry with this name\.)/,
      );
      expect(String(body.error).length).toBeLessThan(2000);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  },
);

test('a name too long for a file is told so, and nothing is written', async () => {
  for (const length of [201, 255, 400]) {
    const path = `content/services/inec/${'a'.repeat(length)}.yaml`;
    const { status, body } = await amina.save('services-inec', path, service);
    expect([status, body.error]).toEqual([
      length < 280 ? 422 : 400,
      expect.stringMatching(length < 280 ? /Give a name of at most 200 characters/ : /not complete/),
    ]);
  }
  expect(
    (
      await amina.save(
        'services-inec',
        `content/services/inec/${'a'.repeat(200)}.yaml`,
        service.replace(/^cmsBase.*\n/, ''),
      )
    ).status,
  ).toBe(200);
});

test('a list that no form would hold is refused before it is compared with anything', async () => {
  const notes = (count: number): string =>
    `notes:\n${Array.from({ length: count }, (_, at) => `  - Note ${at}`).join('\n')}\n`;
  expect((await saveService(`${service}\n${notes(2000)}`)).body.error).toContain(
    'A list has 2000 items; keep it to at most 1000',
  );
});

test('what cannot be seen, and spaces at the ends, are dropped from what an officer pastes', async () => {
  const pasted = service
    .replace('name: Registration of a political party', 'name: "\\u200BRegis\\u00ADtration of a party\\u200E "')
    .replace('Register an', 'Reg\u00ADister an');
  expect((await saveService(pasted)).status).toBe(200);
  const saved = portal.git('show', `cms/services-inec/party-registration:${SERVICE}`);
  expect(saved).toContain('name: Registration of a party\n');
  expect(saved).toContain('Register an association');
});

test.each([
  ['Status', 'status: dissolved'],
  ['Answers to', 'parent: Office of the President'],
  ['Parent in this portal', 'parentAgency: npc'],
  ['Successors', 'successors: [npc]'],
])('an officer does not set "%s" of the own body', async (label, field) => {
  const { status, body } = await saveCharter(added(field));
  expect([status, body.error]).toEqual([
    403,
    expect.stringContaining(`“${label}”: this is set by whoever runs the portal`),
  ]);
  const moved = await saveCharter(charter.replace('jurisdiction: ng', 'jurisdiction: ke'));
  expect([moved.status, moved.body.error]).toEqual([403, expect.stringContaining('“Jurisdiction”')]);
});

test.each([
  ['popularNames: [birth]', '“birth” is what people call a service of National Population Commission'],
  ['popularNames: [voting, "Birth  certificate"]', 'is what people call a service of National Population Commission'],
  ['aliases: [N.P.C.]', undefined],
  ['aliases: [npc]', '“npc” belongs to National Population Commission'],
  ['popularNames: ["national population COMMISSION"]', 'belongs to National Population Commission'],
])('a charter with %s', async (field, refused) => {
  const { status, body } = await saveCharter(added(field));
  expect([status, body.error]).toEqual(refused ? [422, expect.stringContaining(refused)] : [200, undefined]);
});

test('a service does not bear the name of another body', async () => {
  expect((await saveService(`${service}\npopularNames: [NPC]\n`)).body.error).toContain(
    '“NPC” belongs to National Population Commission',
  );
});

test('a draft is opened by its name, and by nothing else of which git would make a commit', async () => {
  const { cookie } = await signIn(portal, 'chidi@inec.example');
  const visit = await portal.cms.desk?.visit(new Request(`${SITE}/desk/`, { headers: { cookie } }));
  const find = (slug: string) => visit?.context?.store.drafts.find('services-inec', slug);
  expect(await find('party-registration')).toBeDefined();
  for (const more of ['~0', '~1', '^', '^0', '@{0}', '^{commit}'])
    expect(await find(`party-registration${more}`), more).toBeUndefined();
});

test('a discarded draft is kept with who discarded it, and one who may not publish discards only what is their own', async () => {
  // No second link is sent within a minute.
  portal.later(2);
  const dayo = await signIn(portal, 'dayo@inec.example');
  const chidi = await signIn(portal, 'chidi@inec.example');
  const draft = { collection: 'services-inec', slug: 'party-registration' };
  const text = portal.git('show', `cms/services-inec/party-registration:${SERVICE}`);
  const refused = await dayo.act('deleteUnpublishedEntry', draft);
  expect([refused.status, refused.body.error]).toEqual([403, expect.stringContaining('This draft is by Amina Bello')]);
  expect((await chidi.act('deleteUnpublishedEntry', draft)).status).toBe(200);
  const kept = portal.git(
    'for-each-ref',
    '--format=%(refname) %(authorname) %(subject)',
    'refs/cms-discarded/services-inec/party-registration',
  );
  expect(kept).toMatch(/^refs\/\S+ Chidi Obi Discarded draft of services-inec\/party-registration$/);
  expect(portal.git('show', `${kept.split(' ')[0]}:${SERVICE}`)).toBe(text);
});
