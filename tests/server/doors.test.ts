import { Agent } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReference } from '../../src/cases/case/reference.ts';
import { attach, samplePicture } from '../cases/sample-files.ts';
import {
  checkedForm,
  keysOn,
  linkInMail,
  openCase,
  sendCase,
  sendForm,
  versionOn,
  type CaseKeys,
} from './case-on-portal.ts';
import { send } from './send-request.ts';
import { onDemandRoutes } from './on-demand-routes.ts';
import { startSmallPortal, type SmallPortal } from './small-portal.ts';

/* The doors of a case as they stand on the network: who gets in, what is told at the door, and what is written down of it. */
const person = { name: 'Wanjiku Achieng', email: 'wanjiku.achieng@home.example', phone: '+254712345678' };
const words = 'The meter reader of Kibera came at midnight and asked for tea.';
/**
 * Each request comes from a network of its own: whoever fails at a door a few times has to wait there, see
 * `cases/tries`.
 */
const visitor = '2001:db8:77';
let asked = 0;
const headers = {
  get 'x-forwarded-for'(): string {
    return `${visitor}:${(++asked).toString(16)}::1`;
  },
};
const picture = await samplePicture();
const complaint = { agency: 'water', details: words, language: 'en' };

let portal: SmallPortal;
let keys: CaseKeys;
beforeAll(async () => {
  portal = await startSmallPortal();
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...complaint, ...person })) form.append(name, value);
  keys = await openCase(portal, attach(form, picture.taken));
});
afterAll(() => portal.stop());

const get = (path: string): Promise<Response> => fetch(portal.url + path, { headers, redirect: 'manual' });

/** A form of another site, which is refused before any page. */
const send403 = (): Promise<Response> =>
  fetch(`${portal.url}/cases/view/`, {
    method: 'POST',
    body: new URLSearchParams(keys as never),
    headers: { ...headers, origin: 'https://evil.example' },
  });

/** Everything that is stored of the case. */
async function stored(): Promise<string> {
  const { reference, secret } = keys;
  return (await sendForm(portal, '/cases/export.json', { reference, secret })).text();
}

test('no form of another site is taken at any address, nor one of a neighbour under the same name', async () => {
  const { host, port } = new URL(portal.url);
  const before = await stored();
  const origins = [
    'https://evil.example',
    `http://sub.${host}`,
    `https://${host}`,
    `http://localhost:${Number(port) + 1}`,
    'null',
    '',
  ];
  const { reference, secret, officerToken } = keys;
  const right = {
    reference,
    secret,
    t: officerToken,
    version: '2',
    action: 'acknowledge',
    erase: 'case',
    confirm: 'yes',
    ...complaint,
  };
  for (const route of onDemandRoutes()) {
    const path = `${route.replace('[agency]', 'water').replace('[...path]', 'sign-out')}/`.replace(/(\.\w+)\/$/, '$1');
    for (const origin of origins) {
      for (const type of [
        'application/x-www-form-urlencoded',
        'Application/X-WWW-Form-URLencoded;charset=utf-8',
        'text/plain',
        '',
      ]) {
        const body = Buffer.from(new URLSearchParams(right).toString());
        const sent = { ...(origin ? { origin } : {}), ...(type ? { 'content-type': type } : {}) };
        const answer = await send(portal.url, { method: 'POST', path, headers: { ...headers, host, ...sent }, body });
        expect(answer?.status, `${path} from "${origin}" as "${type}"`).toBe(403);
        expect(answer?.headers['set-cookie']).toBeUndefined();
      }
    }
  }
  expect(await stored()).toBe(before);
});

test('opening any address changes nothing, whatever stands in it: mail scanners open links too', async () => {
  const before = await stored();
  const { reference, secret, officerToken } = keys;
  const asked = {
    reference,
    secret,
    t: officerToken,
    version: '2',
    action: 'acknowledge',
    erase: 'case',
    confirm: 'yes',
    number: '1',
    ...complaint,
  };
  for (const route of onDemandRoutes()) {
    const path = route.replace('[agency]', 'water').replace('[...path]', 'sign-out');
    await (await get(`${path}/?${new URLSearchParams(asked).toString()}`)).text();
    await (await get(`${path}/?${new URLSearchParams({ ...asked, action: 'withdraw' }).toString()}`)).text();
  }
  expect(await stored()).toBe(before);
});

test('what can hold a secret is kept by no cache, told to no other site and framed by none', async () => {
  const { reference, secret, officerToken } = keys;
  const query = new URLSearchParams({ reference, secret }).toString();
  const answers = await Promise.all([
    get('/cases/'),
    get(`/cases/view/?${query}`),
    // Without its closing slash it is sent on, with the secret in both addresses.
    get(`/cases/view?${query}`),
    get(`/sw/cases/act?t=${officerToken}`),
    get(`/cases/nothing/?${query}`),
    send403(),
    get(`/sw/cases/view/?${query}`),
    get(`/cases/view/?reference=${reference}&secret=wrong`),
    get(`/cases/act/?t=${officerToken}`),
    get('/cases/act/?t=wrong'),
    get('/cases/rate/?t=wrong'),
    get('/cases/prove/'),
    get('/cases/prove/?t=wrong'),
    get(`/cases/file/?t=${officerToken}&number=1`),
    get(`/cases/file/?t=${officerToken}&number=9`),
    sendForm(portal, '/cases/view/', { reference, secret }, headers),
    sendForm(portal, '/cases/file/', { reference, secret, number: '1' }, headers),
    sendForm(portal, '/cases/export.json', { reference, secret }, headers),
    sendForm(portal, '/cases/keep.txt', { reference, secret }, headers),
    sendForm(portal, '/cases/new/', complaint, headers),
    sendCase(portal, complaint, headers),
    sendForm(portal, '/cases/new/', { ...complaint, details: 'short' }, headers),
  ]);
  for (const { url, headers: told } of answers) {
    expect(told.get('cache-control'), url).toBe('no-store');
    // "same-origin" and not "no-referrer" where there is a form: with that a browser sends "Origin: null", which is
    // refused.
    expect(told.get('referrer-policy'), url).toMatch(/^(?:same-origin|no-referrer)$/);
    expect(told.get('content-security-policy'), url).toMatch(/frame-ancestors 'self'|sandbox/);
  }
});

test('reference and secret are given out as a text file, to whoever opens the case with them', async () => {
  const { reference, secret } = keys;
  const file = await sendForm(portal, '/cases/keep.txt', { reference, secret, language: 'sw' }, headers);
  expect(file.headers.get('content-disposition')).toBe(`attachment; filename="case-${reference}.txt"`);
  expect(file.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const text = await file.text();
  expect(text).toContain(`Kumbukumbu: ${reference}\r\nSiri: ${secret}\r\n`);
  expect(text).toContain('/sw/cases/');
  // It lies on a phone that others use: neither the office nor what was written stands in it.
  expect(text).not.toContain('Water');
});

test('a file is given out as a download that no browser runs or guesses at', async () => {
  const { reference, secret, officerToken } = keys;
  for (const file of [
    await get(`/cases/file/?t=${officerToken}&number=1`),
    await sendForm(portal, '/cases/file/', { reference, secret, number: '1' }, headers),
  ]) {
    expect(Buffer.from(await file.arrayBuffer())).toEqual(picture.clean);
    expect(file.headers.get('content-type')).toBe('image/png');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.png"$/);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  }
});

test('a case that is not there and one whose secret is wrong are told alike at every door', async () => {
  const { reference, secret, officerToken } = keys;
  const unknown = createReference();
  const told = async (answer: Response): Promise<string> =>
    [answer.status, await answer.text(), [...answer.headers].filter(([name]) => name !== 'date').join('\n')]
      .join('\n')
      .replaceAll(reference, 'REFERENCE')
      .replaceAll(unknown, 'REFERENCE')
      // A page is drawn anew each time, and says how long it is.
      .replace(/content-length,\d+/, '');
  const token = (of: string): string =>
    officerToken.replace(reference, of).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  const wrong = secret.replace(/.$/, (last) => (last === '2' ? '3' : '2'));
  const doors: ((of: string) => Promise<Response>)[] = [
    (of) => get(`/cases/view/?reference=${of}&secret=${wrong}`),
    (of) =>
      sendForm(
        portal,
        '/cases/view/',
        { reference: of, secret: wrong, action: 'message', version: '2', text: 'I have more to tell.' },
        headers,
      ),
    (of) => sendForm(portal, '/cases/view/', { reference: of, secret: wrong, erase: 'case', confirm: 'yes' }, headers),
    (of) => sendForm(portal, '/cases/export.json', { reference: of, secret: wrong }, headers),
    (of) => sendForm(portal, '/cases/keep.txt', { reference: of, secret: wrong }, headers),
    (of) => sendForm(portal, '/cases/file/', { reference: of, secret: wrong, number: '1' }, headers),
    (of) => get(`/cases/act/?t=${token(of)}`),
    (of) => get(`/cases/rate/?t=${token(of).replace(/\.1\./, '.rate.')}`),
    (of) => get(`/cases/file/?t=${token(of)}&number=1`),
    (of) => sendForm(portal, '/cases/act/', { t: token(of), action: 'acknowledge', version: '2' }, headers),
  ];
  for (const [index, door] of doors.entries()) {
    const [theirs, nobodys] = [await told(await door(reference)), await told(await door(unknown))];
    expect(theirs.slice(0, 3), `door ${index}`).toBe('404');
    expect(theirs, `door ${index}`).toBe(nobodys);
  }
});

test('a demonstration signs an officer in only where the browser names this machine', async () => {
  const ask = (host: string) =>
    send(portal.url, { method: 'GET', path: '/api/cms/session', headers: { ...headers, host }, body: Buffer.alloc(0) });
  expect((await ask(new URL(portal.url).host))?.headers['set-cookie']).toContain('opencharter_desk=');
  // A page elsewhere could point a name of its own at this machine.
  for (const host of ['evil.example', `evil.example:${new URL(portal.url).port}`])
    expect((await ask(host))?.headers['set-cookie'], host).toBeUndefined();
});

test('many taps at once make one case; the same words again without the check page’s key are nobody’s case yet', async () => {
  const sent = { 'x-forwarded-for': '198.51.100.1' };
  const shown = checkedForm(await (await sendForm(portal, '/cases/new/', complaint, sent)).text());
  const taps = Array.from({ length: 12 }, () => sendForm(portal, '/cases/new/', shown ?? {}, sent));
  const answers = await Promise.all(taps.map(async (tap) => keysOn(await (await tap).text())));
  expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1);
  expect(new Set(answers.map(({ secret }) => secret)).size).toBe(1);
  expect(answers[0]?.reference).not.toBe('');
  const neighbour = await (
    await sendForm(portal, '/cases/new/', { ...complaint, submissionKey: 'a-key-of-this-visitor' }, sent)
  ).text();
  expect(keysOn(neighbour)).toEqual({ reference: '', secret: '' });
  for (const told of Object.values(answers[0] ?? {})) expect(neighbour).not.toContain(told);
});

test('a form that is too large spoils no other that comes on the same line', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const sent = { ...headers, origin: portal.url, 'content-type': 'application/x-www-form-urlencoded' };
  const form = (path: string, body: Buffer) => send(portal.url, { method: 'POST', path, headers: sent, body }, agent);
  for (let i = 0; i < 4; i++) {
    expect((await form('/cases/new/', Buffer.alloc(7_000_000, 'a')))?.status).toBe(413);
    expect((await form('/cases/view/', Buffer.from('reference=none')))?.status).toBe(404);
  }
  agent.destroy();
});

test('a part of a file is sent where one part is asked for, and the whole where the range is none', async () => {
  const whole = await (await get('/robots.txt')).text();
  const part = async (range: string): Promise<[number, string]> => {
    const answer = await fetch(`${portal.url}/robots.txt`, { headers: { ...headers, range } });
    return [answer.status, await answer.text()];
  };
  expect(await part('bytes=0-3')).toEqual([206, whole.slice(0, 4)]);
  expect(await part('bytes=5-')).toEqual([206, whole.slice(5)]);
  for (const range of [
    'bytes=5-2',
    'bytes=-10',
    'bytes=-',
    'bytes=a-b',
    'bytes=0-1,3-4',
    'bytes',
    'items=0-1',
    'bytes=1-0',
  ])
    expect(await part(range), range).toEqual([200, whole]);
  expect((await part(`bytes=${whole.length + 5}-`))[0]).toBe(416);
});

test('the log of a whole life holds no name, address, word, secret or link', async () => {
  const { reference, secret, officerToken } = keys;
  const version = versionOn(await (await get(`/cases/act/?t=${officerToken}`)).text());
  const answered = 'We have sent somebody to look at the meter.';
  const closing = { t: officerToken, action: 'resolve', version, outcome: 'remedied', text: answered };
  expect((await sendForm(portal, '/cases/act/', closing, headers)).status).toBe(200);
  const rateToken = await linkInMail(portal, '/cases/rate/', reference);
  expect((await get(`/cases/rate/?t=${rateToken}`)).status).toBe(200);
  await sendForm(portal, '/cases/view/', { reference, secret, action: 'nonsense', version: 'x' }, headers);
  await sendForm(portal, '/cases/view/', { reference, secret, erase: 'identity', confirm: 'yes' }, headers);
  await get(`/cases/view/%?reference=${reference}&secret=${secret}`);
  await get(`/search/?q=${encodeURIComponent(person.name)}`);
  await sendForm(
    portal,
    '/feedback/',
    { q: person.name, verdict: 'no', agency: 'water', lookingFor: person.phone },
    headers,
  );
  for (const [method, host] of [
    ['TRACE', 'localhost'],
    ['PUT', 'localhost'],
    ['GET', 'user:password@localhost'],
  ] as const) {
    const path = `/cases/view/?reference=${reference}&secret=${secret}&name=${encodeURIComponent(person.name)}`;
    await send(portal.url, {
      method,
      path,
      headers: { ...headers, host, cookie: `name=${person.name}` },
      body: Buffer.alloc(0),
    });
  }
  const json = { 'content-type': 'application/json' };
  await fetch(`${portal.url}/api/cms/sign-in`, {
    method: 'POST',
    headers: { ...headers, ...json, origin: portal.url },
    body: JSON.stringify(person),
  });
  expect(
    (await sendForm(portal, '/cases/view/', { reference, secret, erase: 'case', confirm: 'yes' }, headers)).status,
  ).toBe(200);
  const [, log = ''] = portal.output().split('Stop with Ctrl+C.');
  expect(log).toContain('"event":"mail"');
  // One JSON object a line, whatever any part of it writes.
  for (const line of log.split('\n').filter((text) => text.trim()))
    expect(() => JSON.parse(line) as object, line).not.toThrow();
  const signature = (token: string): string => token.split('.').at(-1) ?? '';
  const personal = [
    ...Object.values(person),
    encodeURIComponent(person.name),
    'Wanjiku',
    words,
    answered,
    'Kibera',
    visitor,
    'password',
  ];
  for (const item of [...personal, secret, signature(officerToken), signature(rateToken)])
    expect(log, item).not.toContain(item);
});
