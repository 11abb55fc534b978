import { afterEach, describe, expect, it } from 'vitest';
import type { DeskContext } from '../../src/cms/context.ts';
import type { HeldDocuments } from '../../src/cms/from-document/held-documents.ts';
import { createDocumentReader } from '../../src/import/read-for-desk.ts';
import { loadRegister } from '../../src/register/load.ts';
import { documentStep, type DocumentStep } from '../../src/views/desk/document-step.ts';
import { describedSource } from '../../src/views/desk/read-document.ts';
import { sourceInWords } from '../../src/views/desk/source-in-words.ts';
import { formOfParts } from '../../src/web/posted-form.ts';
import { signIn } from './client.ts';
import { makePortal, SERVICE, SITE, type Portal } from './fixture.ts';

let portal: Portal;
afterEach(() => portal.remove());

const TABLE = `Service,Requirements,Charges,Time
Registration of a political party,Constitution of the party,"NGN 2,000,000",60 days
Certified copy of a result,Letter,Free,2 days
`;

/** A page of an officer: sends a form with a document, or with what the page gave back. */
async function page(email: string): Promise<(parts: [string, string | File][]) => Promise<DocumentStep>> {
  const { cookie } = await signIn(portal, email);
  const visit = await portal.cms.desk?.visit(new Request(`${SITE}/desk/`, { headers: { cookie } }));
  const context = visit?.context as DeskContext;
  const documents = portal.cms.desk?.documents as HeldDocuments;
  const read = createDocumentReader(() => loadRegister(`${portal.dir}/content`));
  return (parts) => documentStep({ context, documents, read }, 'inec', formOfParts(parts), 'en');
}

const csv = (text = TABLE): [string, File] => ['document', new File([text], 'fees.csv')];
const described: [string, string][] = [
  ['listed', ''],
  ['title', 'INEC: table of services'],
  ['date', '2026-05'],
  ['kind', 'official-document'],
  ['url', ''],
];

function found(step: DocumentStep): Extract<DocumentStep, { shows: 'findings' }> {
  if (step.shows !== 'findings') throw new Error(JSON.stringify(step));
  return step;
}

function form(step: DocumentStep): Extract<DocumentStep, { shows: 'form' }> {
  if (step.shows !== 'form') throw new Error(JSON.stringify(step));
  return step;
}

/** The fields of the form that have to be corrected. */
const problemsOf = ({ refusal }: Extract<DocumentStep, { shows: 'form' }>): string[] =>
  Object.keys(refusal && 'problems' in refusal ? refusal.problems : {});

/** What is said of the document, without some of it. */
const without = (...names: string[]): [string, string][] => described.filter(([name]) => !names.includes(name));

const back = (step: DocumentStep): [string, string] => ['proposal', JSON.stringify(found(step).proposal)];

describe('a document at the desk', () => {
  it('becomes a source first, published alone, and then drafts of its services', async () => {
    portal = makePortal();
    const send = await page('amina@inec.example');
    const read = found(await send([csv(), ...described]));
    expect(read.view).toMatchObject({ listed: undefined, services: [{ state: 'changed' }, { state: 'new' }] });

    const listed = found(await send([back(read), ['source', 'add']]));
    expect(listed.view.listed).toBe('published');
    expect(portal.git('show', '--stat', '--format=%an', 'HEAD')).toMatch(
      /Amina Bello[^]*content\/charters\/inec\.mdx[^]*1 file changed/,
    );
    expect(portal.read('content/charters/inec.mdx')).toContain('title: "INEC: table of services"');

    const head = portal.git('rev-parse', 'HEAD');
    const taken = found(await send([back(listed), ['take', 'services/certified-copy-of-a-result']]));
    expect(taken.done?.says).toBe('Saved as a draft: Certified copy of a result.');
    expect(taken.view.services[1]).toMatchObject({ state: 'same', isDraft: true });
    expect(portal.git('rev-parse', 'HEAD')).toBe(head);
    expect(
      portal.git(
        'show',
        'cms/services-inec/certified-copy-of-a-result:content/services/inec/certified-copy-of-a-result.yaml',
      ),
    ).toMatch(/sources: \[s3\], asOf: 2026-05/);
  });

  it('is read beside services that cite the other sources of the charter', async () => {
    portal = makePortal();
    const send = await page('amina@inec.example');
    const text = 'Service,Requirements,Charges,Time\nCertified copy of a result,Letter,Free,2 days\n';
    const read = found(await send([csv(text), ...described]));
    expect(read.view.services).toMatchObject([{ state: 'new' }]);
  });

  it('changes of a service only the fields that are ticked', async () => {
    portal = makePortal();
    const send = await page('amina@inec.example');
    const read = found(await send([csv(), ['listed', 's2']]));
    const [service, added] = read.view.services;
    // As the page would say it, and not as the file does.
    expect(service?.fields.find(({ name }) => name === 'fees')).toMatchObject({
      here: ['Application: ₦1,000,000', 'Certified copies: Not stated'],
      document: ['₦2,000,000'],
    });
    expect(service?.read?.service.promise.cost.value.text).toBe('₦2,000,000');
    expect(added?.read?.service.promise).toMatchObject({
      cost: { value: { text: 'Free' } },
      time: { value: { text: '2 days' } },
      bring: [{ text: 'Letter' }],
    });
    expect(added?.read?.desk?.title.text).toBe('Help desk');
    expect(service?.fields.map(({ name, isTicked }) => [name, isTicked])).toEqual([
      ['requirements', true],
      ['fees', false],
      ['processingTimes', false],
      ['evidence', false],
    ]);
    expect(service?.fields.find(({ name }) => name === 'processingTimes')?.isSourceOnly).toBe(true);

    const none = found(await send([back(read), ['take', 'services/party-registration']]));
    expect(none.refusal?.message).toBe('Nothing was saved: tick at least one field of this entry.');
    await send([
      back(read),
      ['take', 'services/party-registration'],
      ['services/party-registration/requirements', 'yes'],
    ]);
    const draft = portal.git('show', `cms/services-inec/party-registration:${SERVICE}`);
    expect(draft).toContain('what: Constitution of the party');
    expect(draft).toContain('amount: 1000000');
    expect(draft).toContain('# Checked against the Act.');
  });

  it('waits as a source in a draft where the officer may not publish', async () => {
    portal = makePortal();
    const send = await page('dayo@inec.example');
    const listed = found(await send([back(await send([csv(), ...described])), ['source', 'add']]));
    expect(listed.done?.says).toContain('in the draft of the charter');
    expect(listed.view).toMatchObject({ listed: 'draft', hasCharterDraft: true });
    expect(portal.git('show', 'cms/charter-inec/inec:content/charters/inec.mdx')).toContain('id: s3');
    // The draft of a service may cite it; it is published once the charter is.
    await send([back(listed), ['take', 'services/certified-copy-of-a-result']]);
    const path = 'services-inec/certified-copy-of-a-result';
    expect(portal.git('show', `cms/${path}:content/services/inec/certified-copy-of-a-result.yaml`)).toContain('s3');
  });

  it('does not publish what else waits in a draft of the charter', async () => {
    portal = makePortal();
    const chidi = await signIn(portal, 'chidi@inec.example');
    const charter = await chidi.open('content/charters/inec.mdx');
    await chidi.save('charter-inec', 'content/charters/inec.mdx', charter.replace('to be served', 'to vote'));
    const send = await page('amina@inec.example');
    const listed = found(await send([back(await send([csv(), ...described])), ['source', 'add']]));
    expect(listed.view).toMatchObject({ listed: 'draft', hasCharterDraft: true });
    expect(portal.read('content/charters/inec.mdx')).toContain('to be served');
  });

  it('does not write over what somebody else saved meanwhile', async () => {
    portal = makePortal();
    const send = await page('amina@inec.example');
    const read = found(await send([csv(), ['listed', 's2']]));
    const chidi = await signIn(portal, 'chidi@inec.example');
    await chidi.save('services-inec', SERVICE, (await chidi.open(SERVICE)).replace('1000000', '1500000'));
    const late = found(
      await send([back(read), ['take', 'services/party-registration'], ['services/party-registration/fees', 'yes']]),
    );
    // The officer's own version is kept, and the page leads to both.
    expect(late.refusal).toMatchObject({ status: 409, parked: expect.stringMatching(/^[0-9a-f]{12}$/) as string });
  });

  it('is kept for its officer alone while what is said of it is mended, and asked for by nobody else', async () => {
    portal = makePortal();
    const send = await page('amina@inec.example');
    const asked = form(await send([csv(), ...without('title')]));
    expect(problemsOf(asked)).toEqual(['title']);
    expect(asked.held?.name).toBe('fees.csv');
    const held: [string, string] = ['held', String(asked.held?.token)];

    // Neither a colleague with the token nor who reads the database learns what it says.
    const chidi = await page('chidi@inec.example');
    expect(problemsOf(form(await chidi([held, ...described])))).toEqual(['document']);
    const stored = await (await portal.db()).selectFrom('held_documents').selectAll().execute();
    expect(Buffer.from(stored[0]?.sealed ?? []).includes('Certified')).toBe(false);
    expect(JSON.stringify(stored)).not.toContain(held[1]);

    const read = found(await send([held, ...described]));
    expect(read.view.services).toHaveLength(2);
    expect(read.view.document).toBe('fees.csv');
    // What was said of it can be corrected from there, too.
    const again = form(await send([held, ...described, ['correct', 'yes']]));
    expect(again).toMatchObject({ held: { name: 'fees.csv' }, typed: { title: 'INEC: table of services' } });
    expect(again.refusal).toBeUndefined();

    portal.later(61);
    expect(problemsOf(form(await send([held, ...described])))).toEqual(['document']);
    await portal.cms.rounds?.once();
    expect(await (await portal.db()).selectFrom('held_documents').selectAll().execute()).toEqual([]);
  });

  it('is kept in small numbers: the oldest of an officer goes first', async () => {
    portal = makePortal();
    const send = await page('amina@inec.example');
    const tokens: string[] = [];
    while (tokens.length < 4) {
      tokens.push(String(form(await send([csv(), ...without('title')])).held?.token));
      portal.later(1);
    }
    const alive = [];
    for (const token of tokens) alive.push((await send([['held', token], ...described])).shows);
    expect(alive).toEqual(['form', 'findings', 'findings', 'findings']);
  });

  it('is told to be too large beside its field, with what was typed', async () => {
    portal = makePortal();
    const send = await page('amina@inec.example');
    const large = new File([new Uint8Array(10_000_001)], 'scan.pdf');
    const asked = form(await send([['document', large], ...described]));
    expect(asked.refusal).toMatchObject({ problems: { document: /10 MB/ } });
    expect(asked.typed?.title).toBe('INEC: table of services');
    expect(asked.held).toBeUndefined();
  });

  it.each([
    ['3 May 2025', '2025-05-03', '3 May 2025'],
    ['3/5/98', '1998-05-03', '3 May 1998'],
    ['Mei 2025', '2025-05', 'May 2025'],
    ['2019', '2019', '2019'],
  ])('bears a date as people write it: %s', (date, publishedOn, said) => {
    const described = describedSource(
      { title: 'Table of fees', date, kind: 'law' },
      { sources: [], today: '2026-11-02', language: 'en' },
    );
    expect(described).toMatchObject({ source: { publishedOn } });
    expect('source' in described && sourceInWords(described.source, 'en')).toBe(`Table of fees (${said})`);
  });

  it('becomes no second source where the charter or its draft lists it already', async () => {
    portal = makePortal();
    const dayo = await page('dayo@inec.example');
    const web: [string, string] = ['url', 'https://inec.example/fees/'];
    const listed = found(await dayo([back(await dayo([csv(), ...without('url'), web])), ['source', 'add']]));
    expect(listed.view.listed).toBe('draft');
    for (const same of [
      [...without('url', 'title'), ['title', 'Another name'], ['url', 'https://INEC.example/fees#top']],
      [...without('title'), ['title', 'INEC:  Table of services']],
    ] as [string, string][][]) {
      const asked = form(await dayo([csv(), ...same]));
      expect(problemsOf(asked)).toEqual(['listed']);
      expect(asked.typed?.listed).toBe('s3');
      expect(asked.sources.map(({ id }) => id)).toEqual(['s1', 's2', 's3']);
    }
    const chosen = found(await dayo([csv(), ['listed', 's3']]));
    expect(chosen.view.listed).toBe('draft');
    // Nor from a page that was open before.
    const stale = { ...found(listed).proposal, source: { ...found(listed).proposal.source, id: 's9' } };
    const late = found(
      await dayo([
        ['proposal', JSON.stringify(stale)],
        ['source', 'add'],
      ]),
    );
    expect(late.refusal?.message).toContain('INEC: table of services');
  });

  it('comes back only as a page of ours sends it', async () => {
    portal = makePortal();
    const send = await page('amina@inec.example');
    const { proposal } = found(await send([csv(), ...described]));
    const [first] = proposal.entries;
    const nest = (depth: number): unknown => (depth === 0 ? 'x' : [nest(depth - 1)]);
    for (const data of [
      { name: nest(25) },
      { notes: Array.from({ length: 1001 }, () => 'x') },
      Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`field${at}`, 'x'])),
      { '../evil': 'x' },
    ])
      expect(
        await send([['proposal', JSON.stringify({ ...proposal, entries: [{ ...first, data }] })]]),
        Object.keys(data)[0],
      ).toMatchObject({ shows: 'form' });
    const notPlaced = Array.from({ length: 20_001 }, () => ({ place: '', text: '' }));
    expect(await send([['proposal', JSON.stringify({ ...proposal, notPlaced })]])).toMatchObject({ shows: 'form' });
  });

  it('is asked for again, in words, where it or what is said of it is missing', async () => {
    portal = makePortal();
    const send = await page('amina@inec.example');
    const asked = await send([
      ['title', ''],
      ['date', 'May'],
      ['kind', 'gossip'],
      ['url', 'inec'],
    ]);
    expect(problemsOf(form(asked))).toEqual(['document', 'title', 'date', 'kind', 'url']);
    expect(form(asked).refusal).toMatchObject({ problems: { date: /May 2025/ } });
    expect(
      await send([
        ['document', new File(['x'], 'a.exe')],
        ['listed', 's1'],
      ]),
    ).toMatchObject({
      refusal: { what: 'The ending of a.exe is not known.' },
    });
    expect(await send([['proposal', '{"agency":"npc"}']])).toMatchObject({ shows: 'form' });
  });
});
