import { afterEach, describe, expect, it } from 'vitest';
import type { DeskContext } from '../../src/cms/context.ts';
import { createDocumentReader } from '../../src/import/read-for-desk.ts';
import { loadRegister } from '../../src/register/load.ts';
import { documentStep, type DocumentStep } from '../../src/views/desk/document-step.ts';
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
  const read = createDocumentReader(() => loadRegister(`${portal.dir}/content`));
  return (parts) => documentStep(context, read, 'inec', formOfParts(parts), 'en');
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

const back = (step: DocumentStep): [string, string] => ['proposal', JSON.stringify(found(step).proposal)];

describe('a document at the desk', () => {
  it('becomes a source first, published alone, and then drafts of its services', async () => {
    portal = makePortal();
    const send = await page('amina@inec.example');
    const read = found(await send([csv(), ...described]));
    expect(read.view).toMatchObject({ isListed: false, services: [{ state: 'changed' }, { state: 'new' }] });

    const listed = found(await send([back(read), ['source', 'add']]));
    expect(listed.view.isListed).toBe(true);
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
    const [service] = read.view.services;
    expect(service?.fields.map(({ name, isTicked }) => [name, isTicked])).toEqual([
      ['requirements', true],
      ['fees', false],
      ['processingTimes', false],
      ['evidence', false],
    ]);
    expect(service?.fields.find(({ name }) => name === 'fees')?.document.join()).toContain('2000000');
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
    expect(listed.view).toMatchObject({ isListed: false, hasCharterDraft: true });
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
    expect(listed.view).toMatchObject({ isListed: false, hasCharterDraft: true });
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

  it('is asked for again, in words, where it or what is said of it is missing', async () => {
    portal = makePortal();
    const send = await page('amina@inec.example');
    expect(
      await send([
        ['title', ''],
        ['date', 'May'],
        ['kind', 'gossip'],
        ['url', 'inec'],
      ]),
    ).toMatchObject({
      shows: 'form',
      refusal: { fields: ['file', 'title', 'date', 'kind', 'url'] },
    });
    expect(
      await send([
        ['document', new File(['x'], 'a.exe')],
        ['listed', 's1'],
      ]),
    ).toMatchObject({
      refusal: { what: 'The ending of a.exe is not known.' },
    });
    expect(await send([['proposal', '{"agency":"npc"}']])).toEqual({ shows: 'form' });
  });
});
