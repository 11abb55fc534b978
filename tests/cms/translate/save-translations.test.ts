import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/lib/fingerprint.ts';
import type { DeskContext } from '../../../src/cms/context.ts';
import { deskEntries } from '../../../src/cms/translate/desk-entries.ts';
import { formerTexts } from '../../../src/cms/translate/former-texts.ts';
import { openEntry, type Asked, type OpenedEntry } from '../../../src/cms/translate/open-entry.ts';
import { saveTranslations, type TypedText } from '../../../src/cms/translate/save-translations.ts';
import { openedMark, typedTexts } from '../../../src/cms/translate/typed-texts.ts';
import { progressOf } from '../../../src/cms/translate/progress.ts';
import { signIn } from '../client.ts';
import { makePortal, SERVICE, SITE, type Portal } from '../fixture.ts';

const asked: Asked = { collection: 'services-inec', slug: 'party-registration', into: 'sw' };
const FILE = SERVICE;
let portal: Portal;
let amina: DeskContext;
const contextOf = async (email: string): Promise<DeskContext> => {
  const { cookie } = await signIn(portal, email);
  const visit = await portal.cms.desk?.visit(new Request(`${SITE}/desk/`, { headers: { cookie } }));
  if (!visit?.context) throw new Error(`${email} is not signed in`);
  return visit.context;
};
/** What the form of an opened entry sends, with some texts typed. */
const typed = (opened: OpenedEntry, texts: Record<string, string>, more: Record<string, string> = {}): TypedText[] => {
  const form = opened.texts.flatMap((text) => [
    [`opened.${text.field}`, openedMark(text)],
    [`text.${text.field}`, texts[text.field] ?? text.translation?.text ?? ''],
  ]);
  return typedTexts({ ...Object.fromEntries(form), ...more });
};
const draftOf = (branch: string, path = FILE): string => portal.git('show', `refs/heads/cms/${branch}:${path}`);

const committed = (message: string): void => {
  portal.git('add', 'content');
  portal.git('-c', 'user.name=Founder', '-c', 'user.email=founder@portal.example', 'commit', '-qm', message);
};

beforeEach(async () => {
  portal = makePortal();
  amina = await contextOf('amina@inec.example');
});
afterEach(() => portal.remove());

describe('translating an entry', () => {
  it('writes path and fingerprint by itself, and nothing else of the file changes', async () => {
    const opened = await openEntry(amina, asked);
    expect(opened.texts.slice(0, 2).map(({ field }) => field)).toEqual(['name', 'summary']);
    const saved = await saveTranslations(
      amina,
      asked,
      typed(opened, { name: 'Usajili wa chama', 'fees.0.label': ' Maombi ' }),
      'no',
    );
    expect(saved).toMatchObject({ saved: 2, lacking: 0 });
    const [before, after] = [portal.read(FILE).trim(), draftOf('services-inec/party-registration').trim()];
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length).trim().split('\n')).toEqual([
      'translations:',
      '  - language: sw',
      '    field: name',
      '    text: Usajili wa chama',
      `    of: ${fingerprint('Registration of a political party')}`,
      '  - language: sw',
      '    field: fees.0.label',
      '    text: Maombi',
      expect.stringContaining(fingerprint('Application')),
    ]);
    // A draft: nothing of it is published.
    expect(portal.read(FILE)).not.toContain('translations');
  });

  it('publishes where that is asked for, but not what leaves out a figure before it was looked at', async () => {
    portal.write(FILE, portal.read(FILE).replace("'Application'", "'Application, 2 copies'"));
    committed('Ask for copies');
    const lacking = { 'fees.0.label': 'Maombi' };
    const first = await saveTranslations(amina, asked, typed(await openEntry(amina, asked), lacking), 'unless-lacking');
    expect(first).toMatchObject({ saved: 1, lacking: 1 });
    expect(first).not.toHaveProperty('commit');
    const again = await saveTranslations(amina, asked, typed(await openEntry(amina, asked), lacking), 'unless-lacking');
    expect(again).toMatchObject({ saved: 0, commit: portal.git('rev-parse', 'HEAD') });
    expect(portal.read(FILE)).toContain('text: Maombi');
  });

  it('keeps no draft of a form in which nothing was changed', async () => {
    const opened = await openEntry(amina, asked);
    expect(await saveTranslations(amina, asked, typed(opened, {}), 'unless-lacking')).toMatchObject({ saved: 0 });
    expect(portal.git('for-each-ref', 'refs/heads/cms')).toBe('');
  });

  it('takes a translation away whose box is emptied', async () => {
    await saveTranslations(amina, asked, typed(await openEntry(amina, asked), { name: 'Usajili' }), 'no');
    const opened = await openEntry(amina, asked);
    expect(opened.draft?.authors.map(({ name }) => name)).toEqual(['Amina Bello']);
    await saveTranslations(amina, asked, typed(opened, { name: '' }), 'no');
    expect(draftOf('services-inec/party-registration')).not.toContain('Usajili');
  });

  it('takes a text that is offered where nothing else was typed', async () => {
    const opened = await openEntry(amina, asked);
    const form = typed(opened, { summary: 'Yangu' }, { 'use.name': 'Usajili wa chama', 'use.summary': 'Yao' });
    await saveTranslations(amina, asked, form, 'no');
    const draft = draftOf('services-inec/party-registration');
    expect(draft).toContain('text: Usajili wa chama');
    expect(draft).toContain('text: Yangu');
  });

  it('is refused in another body, and in a topic to whoever is no administrator', async () => {
    const efe = await contextOf('efe@npc.example');
    await expect(openEntry(efe, asked)).rejects.toMatchObject({ status: 403 });
    const form = typed(await openEntry(amina, asked), { name: 'Wizi' });
    await expect(saveTranslations(efe, asked, form, 'no')).rejects.toMatchObject({ status: 403 });
    await expect(openEntry(amina, { collection: 'topics', slug: 'elections', into: 'sw' })).rejects.toMatchObject({
      status: 403,
    });
    await expect(openEntry(amina, { ...asked, slug: '../npc/birth-certificate' })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('refuses long and unsafe texts beside their field, and saves none of the form', async () => {
    const charter: Asked = { collection: 'charter-inec', slug: 'inec', into: 'sw' };
    const opened = await openEntry(amina, charter);
    const texts = { name: 'Tume', body: 'Karibu {process.exit()}' };
    const { problems } = await saveTranslations(amina, charter, typed(opened, texts), 'no');
    expect([...(problems ?? [])].map(([field, { kind }]) => [field, kind])).toEqual([['body', 'refused']]);
    expect(portal.git('for-each-ref', 'refs/heads/cms')).toBe('');
  });
});

describe('an entry that somebody else changes meanwhile', () => {
  it('is no obstacle where another text was changed', async () => {
    const opened = await openEntry(amina, asked);
    const chidi = await contextOf('chidi@inec.example');
    await saveTranslations(chidi, asked, typed(opened, { summary: 'Sajili chama.' }), 'no');
    expect(await saveTranslations(amina, asked, typed(opened, { name: 'Usajili' }), 'no')).toMatchObject({ saved: 1 });
    expect(draftOf('services-inec/party-registration')).toMatch(/Sajili chama[\s\S]*Usajili/);
  });

  it('is refused where the same text was translated, with what stands there, and taken once that was seen', async () => {
    const opened = await openEntry(amina, asked);
    const chidi = await contextOf('chidi@inec.example');
    await saveTranslations(chidi, asked, typed(opened, { name: 'Ya Chidi' }), 'no');
    const { problems } = await saveTranslations(amina, asked, typed(opened, { name: 'Ya Amina' }), 'no');
    expect(problems?.get('name')).toEqual({ kind: 'translated-meanwhile', text: 'Ya Chidi' });
    const seen = typed(await openEntry(amina, asked), { name: 'Ya Amina' });
    expect(await saveTranslations(amina, asked, seen, 'no')).toMatchObject({ saved: 1 });
    expect(draftOf('services-inec/party-registration')).toContain('Ya Amina');
  });

  it('is refused where the original was changed', async () => {
    const opened = await openEntry(amina, asked);
    portal.write(FILE, portal.read(FILE).replace('Registration of a political party', 'Registration of a party'));
    committed('Shorten the name');
    const { problems } = await saveTranslations(amina, asked, typed(opened, { name: 'Usajili' }), 'no');
    expect(problems?.get('name')).toEqual({ kind: 'original-changed' });
  });
});

describe('a translation that is out of date', () => {
  beforeEach(async () => {
    await saveTranslations(amina, asked, typed(await openEntry(amina, asked), { name: 'Usajili' }), 'unless-lacking');
    portal.write(FILE, portal.read(FILE).replace('name: Registration of', 'name: Registering'));
    committed('Say it with a verb');
  });

  it('is told with what its original said then, and counted', async () => {
    const opened = await openEntry(amina, asked);
    const { translation } = opened.texts[0] ?? {};
    expect(translation?.of).not.toBe(opened.texts[0]?.of);
    const former = await formerTexts(amina.store, opened.source, new Set([translation?.of ?? '', '12345678']));
    expect([...former]).toEqual([[translation?.of, 'Registration of a political party']]);
    const [, service] = await deskEntries(amina, 'inec');
    expect(service && progressOf(service.texts, service.translations, 'sw')).toMatchObject({ translated: 1, stale: 1 });
  });

  it('is up to date again once somebody says that it still fits', async () => {
    const form = typed(await openEntry(amina, asked), {}, { 'still.name': 'yes' });
    expect(await saveTranslations(amina, asked, form, 'no')).toMatchObject({ saved: 1 });
    expect(draftOf('services-inec/party-registration')).toContain(
      `text: Usajili\n    of: ${fingerprint('Registering a political party')}`,
    );
  });
});

describe('a guide', () => {
  const guide: Asked = { collection: 'guides', slug: 'complain', into: 'ha' };
  let admin: DeskContext;
  beforeEach(async () => {
    portal.write(
      'content/guides/complain.mdx',
      '---\ntitle: How to complain\nsummary: Three steps.\n---\n\nWrite to the **desk**.\n',
    );
    portal.write(
      'content/officers.yaml',
      `${portal.read('content/officers.yaml')}  - { name: Ada Admin, email: ada@portal.example, role: administrator }\n`,
    );
    committed('Add a guide');
    admin = await contextOf('ada@portal.example');
  });

  it('gets a file of its own, with what its texts are of', async () => {
    const opened = await openEntry(admin, guide);
    const texts = { title: 'Yadda ake korafi', summary: 'Matakai uku.', body: 'Rubuta wa **tebur**.' };
    const saved = await saveTranslations(admin, guide, typed(opened, texts), 'unless-lacking');
    expect(saved).toMatchObject({ saved: 3, draft: 'guides/complain-ha', commit: portal.git('rev-parse', 'HEAD') });
    const file = portal.read('content/guides/complain-ha.mdx');
    expect(file).toContain('title: Yadda ake korafi');
    expect(file).toContain('translationOf: complain');
    expect(file).toContain(`body: ${fingerprint('Write to the desk .')}`);
    expect(file.trim().endsWith('Rubuta wa **tebur**.')).toBe(true);
    const [entry] = (await deskEntries(admin, undefined)).filter(({ slug }) => slug === 'complain');
    expect(entry && progressOf(entry.texts, entry.translations, 'ha')).toEqual({ texts: 3, translated: 3, stale: 0 });
  });

  it('is not made of nothing, nor without its title', async () => {
    const opened = await openEntry(admin, guide);
    expect(await saveTranslations(admin, guide, typed(opened, {}), 'no')).toMatchObject({ saved: 0 });
    const { problems } = await saveTranslations(admin, guide, typed(opened, { body: 'Rubuta.' }), 'no');
    expect([...(problems?.keys() ?? [])]).toEqual(['title', 'summary']);
    expect(portal.git('for-each-ref', 'refs/heads/cms')).toBe('');
  });
});
