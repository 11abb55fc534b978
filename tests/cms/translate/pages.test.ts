import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeskContext } from '../../../src/cms/context.ts';
import { openedMark } from '../../../src/cms/translate/typed-texts.ts';
import { showChanges } from '../../../src/views/desk/translate/show-changes.ts';
import { translatePage, type TranslatePage } from '../../../src/views/desk/translate/translate-page.ts';
import { signIn } from '../client.ts';
import { makePortal, SERVICE, SITE, type Portal } from '../fixture.ts';

const ENTRY = 'into=sw&entry=services-inec%2Fparty-registration';
let portal: Portal;
let context: DeskContext;

const page = (query: string, form?: Record<string, string>): Promise<TranslatePage> =>
  translatePage(context, { language: 'en', params: new URLSearchParams(query), ...(form ? { form } : {}) });
const entryOf = (answer: TranslatePage) => {
  if (!('entry' in answer)) throw new Error('No entry was shown.');
  return answer.entry;
};
const redirectOf = (answer: TranslatePage): string => ('redirect' in answer ? answer.redirect : '');
/** Posts what the form of the page holds, with some texts typed. */
const post = async (query: string, typed: Record<string, string>, button = 'save'): Promise<TranslatePage> => {
  const { rows } = entryOf(await page(query));
  const form = rows.flatMap(({ text, value }) => [
    [`opened.${text.field}`, openedMark(text)],
    [`text.${text.field}`, typed[text.field] ?? value],
  ]);
  return page(query, { ...Object.fromEntries(form), do: button });
};
const visit = async (email: string): Promise<void> => {
  const { cookie } = await signIn(portal, email);
  const found = await portal.cms.desk?.visit(new Request(`${SITE}/desk/`, { headers: { cookie } }));
  if (found?.context) context = found.context;
};

beforeEach(async () => {
  portal = makePortal();
  await visit('amina@inec.example');
});
afterEach(() => portal.remove());

it('lists the entries of a body with their progress, the charter first, and any language that is asked for', async () => {
  const answer = await page('into=ha');
  if (!('overview' in answer)) throw new Error('No overview was shown.');
  expect(answer.overview).toMatchObject({ into: 'ha', unspoken: true, bodies: [] });
  expect(answer.overview.entries.map(({ kind, progress }) => [kind, progress.translated])).toEqual([
    ['charters', 0],
    ['services', 0],
  ]);
  const shown = await page('');
  expect('overview' in shown && shown.overview.into).toBe('sw');
});

it('leads on after saving, to the publication after publishing, and to the review whoever may not publish', async () => {
  expect(redirectOf(await post(ENTRY, { name: 'Usajili' }))).toBe(`/desk/translate/?${ENTRY}&saved=1`);
  expect(entryOf(await page(ENTRY)).rows.map(({ text }) => text.field)).not.toContain('name');
  const published = redirectOf(await post(ENTRY, { summary: 'Sajili chama.' }, 'publish'));
  expect(published).toBe(`/desk/publication/?commit=${portal.git('rev-parse', 'HEAD')}`);
  await visit('dayo@inec.example');
  expect(redirectOf(await post(ENTRY, { 'fees.0.label': 'Maombi' }, 'review'))).toBe(
    '/desk/review/services-inec/party-registration/',
  );
});

it('offers how the same text was translated in another entry', async () => {
  await post(ENTRY, { 'fees.1.label': 'Nakala zilizothibitishwa' }, 'publish');
  portal.write(
    'content/services/inec/copies.yaml',
    portal
      .read(SERVICE)
      .replace(/\ntranslations:[\s\S]*/, '\n')
      .replace('name: Registration', 'name: Copies'),
  );
  portal.git('add', '.');
  portal.git('-c', 'user.name=A', '-c', 'user.email=a@b.example', 'commit', '-qm', 'Add a service');
  const { rows } = entryOf(await page('into=sw&entry=services-inec%2Fcopies'));
  expect(rows.find(({ text }) => text.field === 'fees.1.label')?.offers).toEqual([
    { text: 'Nakala zilizothibitishwa', from: ['Registration of a political party'] },
  ]);
});

it('shows what became of an original since it was translated', async () => {
  await post(ENTRY, { name: 'Usajili' }, 'publish');
  portal.write(SERVICE, portal.read(SERVICE).replace('a political party', 'a new political party'));
  portal.git('-c', 'user.name=A', '-c', 'user.email=a@b.example', 'commit', '-qam', 'Say that it is new');
  const row = entryOf(await page(ENTRY)).rows[0];
  expect(row).toMatchObject({ standing: 'stale', value: 'Usajili' });
  expect(showChanges(row?.changes?.runs ?? [], 'en').text).toBe(
    'Registration of a <ins><span class="visually-hidden" lang="en">put in: </span>new </ins>political party',
  );
});

it('keeps all that was typed where one text is refused', async () => {
  const answer = await post(ENTRY, { name: 'Usajili', summary: 'x'.repeat(40_001) });
  expect(answer).toMatchObject({ status: 422 });
  const { rows } = entryOf(answer);
  expect(rows.find(({ text }) => text.field === 'name')?.value).toBe('Usajili');
  expect(rows.find(({ text }) => text.field === 'summary')?.problem).toMatchObject({ kind: 'refused' });
  expect(portal.git('for-each-ref', 'refs/heads/cms')).toBe('');
});

it('tells an officer of another body that the entry is not theirs', async () => {
  await visit('efe@npc.example');
  expect(await page(ENTRY)).toMatchObject({ status: 403, refusal: expect.stringContaining('services-inec') as string });
});
