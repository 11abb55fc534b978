import { describe, expect, it, test } from 'vitest';
import { createHoldLimit } from '../../src/cases/abuse/hold-limit.ts';
import { createBuckets } from '../../src/cases/abuse/buckets.ts';
import { clientAddressReader } from '../../src/web/trusted-proxies.ts';
import { createGuard, defaultLimits, type Limits } from '../../src/cases/abuse/guard.ts';
import { createIntakeRate } from '../../src/cases/abuse/intake-rate.ts';
import { createHourly } from '../../src/cases/abuse/hourly.ts';
import { networksOf } from '../../src/cases/abuse/networks.ts';
import { secondsUntil } from '../../src/web/seconds-until.ts';
import {
  checkedForm,
  checkPage,
  complaintForm,
  openPipeline,
  sendForm,
  story,
  type Pipeline,
} from './pipeline-fixture.ts';

const secret = 'a secret for tests that is long enough';
const MINUTE_MS = 60_000;

/** What was checked by somebody and waits to be sent. */
type Ready = (from: string) => ReturnType<Pipeline['cases']['intake']['receive']>;

/** Opens a pipeline whose guard goes by the same clock. */
async function guarded(limits: Partial<Limits> = {}, rate: Parameters<typeof createIntakeRate>[0] = {}) {
  let now = Date.parse('2026-03-10T09:00:00Z');
  const clock = (): Date => new Date(now);
  const guard = createGuard({ secret, clock, limits: { ...defaultLimits, ...limits }, rate: createIntakeRate(rate) });
  const pipeline = await openPipeline({ clock, guard } as Parameters<typeof openPipeline>[0]);
  const { cases } = pipeline;
  /**
   * Has words checked; what it gives sends them, again each time, with whatever key the last answer gave for waiting.
   */
  const ready = async (words: string): Promise<Ready> => {
    let form = await checkPage(cases, complaintForm({ details: `${story} ${words}` }), { language: 'en' });
    return async (clientAddress) => {
      const sent = await cases.intake.receive(
        new Request('http://portal.example/cases/new/', { method: 'POST', body: form }),
        {
          language: 'en',
          clientAddress,
        },
      );
      if (sent.kind === 'check') form = checkedForm(form, sent);
      return sent;
    };
  };
  return {
    ...pipeline,
    passTime: (ms: number) => void (now += ms),
    ready,
    send: async (words: string, from: string) => (await ready(words))(from),
  };
}

async function exhaust(pipeline: Awaited<ReturnType<typeof guarded>>, from: string): Promise<void> {
  for (let i = 0; i < defaultLimits.easilyFromAddress.count; i++)
    expect((await pipeline.send(`Number ${i}`, from)).kind).toBe('saved');
}

test('many complaints from one address have to wait, keep their words, and come in after the wait; others are not held up', async () => {
  const pipeline = await guarded();
  await exhaust(pipeline, '192.0.2.1');
  const oneMore = await pipeline.ready('One more');
  const held = await oneMore('192.0.2.1');
  if (held.kind !== 'check') throw new Error(`expected to wait, not ${held.kind}`);
  expect(held).toMatchObject({ status: 429, values: { details: `${story} One more` } });
  expect(held.wait?.sentence).toContain('wait 20 seconds');
  expect((await pipeline.send('Mine', '192.0.2.2')).kind).toBe('saved');
  pipeline.passTime(5000);
  const early = await oneMore('192.0.2.1');
  expect(early).toMatchObject({
    status: 429,
    submissionKey: held.submissionKey,
    wait: { waitingKey: held.wait?.waitingKey },
  });
  expect(JSON.stringify(early)).toContain('wait 15 seconds');
  pipeline.passTime(15_000);
  const taken = await oneMore('192.0.2.1');
  expect(taken.kind).toBe('saved');
  // Pressing twice shows the same case; other words wait again.
  expect(await oneMore('192.0.2.1')).toMatchObject({ secret: taken.kind === 'saved' && taken.secret });
  expect(await pipeline.send('Something else', '192.0.2.1')).toMatchObject({ status: 429 });
});

test('a flood of any kind has to wait, and keeps its files', async () => {
  const guard = createGuard({ secret, clock: () => new Date('2026-03-10T09:00:00Z') });
  const { cases } = await openPipeline({ guard } as Parameters<typeof openPipeline>[0]);
  const send = (number: number): ReturnType<Pipeline['cases']['intake']['submit']> => {
    const form = complaintForm({ kind: 'misconduct', where: `Window ${number}` });
    form.append('files', new File(['%PDF-1.7'], 'receipt.pdf'));
    return sendForm(cases, form, { language: 'en', clientAddress: '192.0.2.9' });
  };
  for (let i = 0; i < defaultLimits.easilyFromAddress.count; i++) expect(await send(i)).toMatchObject({ ok: true });
  const held = await send(99);
  expect(held).toMatchObject({
    ok: false,
    wait: { until: new Date('2026-03-10T09:00:20Z') },
    held: [{ name: 'receipt.pdf' }],
  });
});

test('the seconds of Retry-After are never too few', () => {
  const now = new Date('2026-03-10T09:00:00.000Z');
  expect(secondsUntil(new Date('2026-03-10T09:00:19.001Z'), now)).toBe('20');
  expect(secondsUntil(new Date('2026-03-10T08:59:00Z'), now)).toBe('1');
});

test('a flood from one address is refused until a time that is told, and its own retries still show their cases', async () => {
  const pipeline = await guarded({ atAllFromAddress: { count: 4, withinMs: 10 * MINUTE_MS } });
  const first = await pipeline.ready('Number 0');
  await first('192.0.2.1');
  for (let i = 1; i < 4; i++) await pipeline.send(`Number ${i}`, '192.0.2.1');
  const refused = await pipeline.send('Five', '192.0.2.1');
  expect(refused).toMatchObject({ status: 429, wait: { until: new Date('2026-03-10T09:02:30Z') } });
  expect(JSON.stringify(refused)).toContain('in 3 minutes');
  expect((await first('192.0.2.1')).kind).toBe('saved');
  pipeline.passTime(2.5 * MINUTE_MS);
  expect((await pipeline.send('Five', '192.0.2.1')).kind).toBe('saved');
});

test('nobody’s mailbox is filled by forms that name it, from wherever they come and however it is written', () => {
  let now = Date.parse('2026-03-10T09:00:00Z');
  const guard = createGuard({ secret, clock: () => new Date(now) });
  const ways = ['asha@home.example', 'Asha@Home.example', 'asha+1@home.example'];
  const send = (i: number, email?: string): boolean =>
    guard.admit({ submission: `number ${i}`, formKey: '', address: `192.0.2.${i}`, email }).ok;
  const taken = Array.from({ length: 60 }, (_, i) => send(i, ways[i % 3]));
  expect(taken.filter(Boolean)).toHaveLength(defaultLimits.toMailbox.count);
  // Whoever else writes, and whoever leaves the address out, is not held up.
  expect([send(101, 'juma@home.example'), send(102)]).toEqual([true, true]);
  now += 60 * MINUTE_MS;
  expect(send(103, 'asha@home.example')).toBe(true);
});

test('one address that sends without end uses up nothing of what all others may send', async () => {
  const pipeline = await guarded({}, { perSecond: 3 });
  for (let i = 0; i < 200; i++) await pipeline.send(`Number ${i}`, '192.0.2.1');
  expect((await pipeline.send('Mine', '198.51.100.1')).kind).toBe('saved');
});

test('a flood from everywhere makes everybody wait, and nobody stay outside', async () => {
  const pipeline = await guarded({}, { perSecond: 0.5 });
  for (let i = 0; i < 3; i++) await pipeline.send(`Number ${i}`, `192.0.2.${i}`);
  const mine = await pipeline.ready('Mine');
  expect(await mine('198.51.100.1')).toMatchObject({ status: 429 });
  pipeline.passTime(20_000);
  expect((await mine('198.51.100.1')).kind).toBe('saved');
});

test('who has to wait is told for how long, in the language of the form', async () => {
  const limits = { ...defaultLimits, easilyFromAddress: { count: 1, withinMs: 10 * MINUTE_MS } };
  const guard = createGuard({ secret, clock: () => new Date('2026-03-10T09:00:00Z'), limits });
  const { cases } = await openPipeline({ guard } as Parameters<typeof openPipeline>[0]);
  const send = () => sendForm(cases, complaintForm(), { language: 'sw', clientAddress: '192.0.2.9' });
  expect(await send()).toMatchObject({ ok: true });
  const second = await send();
  expect(second).toMatchObject({ ok: false, wait: { until: new Date('2026-03-10T09:00:20Z') } });
  expect(JSON.stringify(second)).toContain('subiri sekunde 20');
});

test('addresses are counted by a hash that changes hourly; an IPv6 visitor is one network', () => {
  const today = new Date('2026-03-10T09:00:00Z');
  const hourOf = createHourly(() => undefined);
  const key = (address: string, at = today): string | undefined => hourOf(at).networksIn(address)[0]?.name;
  expect(key('2001:db8:1:2::1')).toBe(key('2001:db8:1:2:ffff:0:0:9'));
  expect(key('2001:db8:1:2::1')).not.toBe(key('2001:db8:1:3::1'));
  expect(key('::ffff:192.0.2.1')).toBe(key('192.0.2.1'));
  expect(key('192.0.2.1')).not.toBe(key('192.0.2.1', new Date('2026-03-10T10:00:00Z')));
  expect(key('192.0.2.1')).not.toContain('192');
});

test('whoever has a whole network cannot fill the room for files from ever new addresses', () => {
  const limit = createHoldLimit({ clock: () => new Date('2026-03-10T09:00:00Z') });
  const held = Array.from({ length: 5000 }, (_, i) => limit.mayHold(`2001:db8:0:${i.toString(16)}::1`, 1)).filter(
    Boolean,
  );
  expect(held.length).toBeLessThan(1000);
  expect(limit.mayHold('2001:db8:1:1::1', 3)).toBe(true);
});

test('what is counted stays small under a flood of addresses', () => {
  const buckets = createBuckets({ count: 1, withinMs: MINUTE_MS });
  for (let i = 0; i < 200_000; i++) expect(buckets.take(`address ${i}`, 0)).toBe(0);
  expect(buckets.take('address 199999', 0)).toBe(MINUTE_MS);
  expect(buckets.take('address 199999', MINUTE_MS)).toBe(0);
});

test('a forwarded address counts only from a trusted proxy, and only the part that proxy wrote', () => {
  const direct = clientAddressReader([]);
  expect(direct('192.0.2.1', '203.0.113.5')).toBe('192.0.2.1');
  const proxied = clientAddressReader(['10.0.0.0/8', '2001:db8::1']);
  expect(proxied('10.1.2.3', '203.0.113.5')).toBe('203.0.113.5');
  expect(proxied('::ffff:10.1.2.3', 'forged, 203.0.113.5, 10.9.9.9')).toBe('203.0.113.5');
  expect(proxied('10.1.2.3', '203.0.113.5, <script>')).toBe('10.1.2.3');
  expect(proxied('192.0.2.1', '203.0.113.5')).toBe('192.0.2.1');
  expect(proxied(undefined, '203.0.113.5')).toBeUndefined();
  expect(() => clientAddressReader(['proxy.example'])).toThrow('no address of a proxy');
});

test('a form that another site makes a browser send is refused', async () => {
  const { cases } = await openPipeline();
  const headers = { 'sec-fetch-site': 'cross-site' };
  expect(
    await cases.intake.receive(
      new Request('http://portal.example/cases/new/', { method: 'POST', headers, body: complaintForm() }),
      { language: 'en' },
    ),
  ).toEqual({
    kind: 'unreadable',
    status: 403,
  });
  headers['sec-fetch-site'] = 'same-origin';
  expect(
    await cases.intake.receive(
      new Request('http://portal.example/cases/new/', { method: 'POST', headers, body: complaintForm() }),
      { language: 'en' },
    ),
  ).toMatchObject({ kind: 'check' });
});

describe('a flood from one network', () => {
  const start = Date.parse('2026-03-10T09:00:00Z');

  /**
   * One /48 sends 22 forms a second for a minute, each from an address and a /64 of its own; honest people come in
   * between.
   */
  function simulate(honest: number, addressOf: (i: number) => string) {
    let now = start;
    const guard = createGuard({ secret, clock: () => new Date(now) });
    const came = { atOnce: 0, afterWaiting: 0, later: 0, flood: 0 };
    const waiting: { submission: string; address: string; formKey: string; until: number }[] = [];
    const send = (submission: string, address: string, formKey = '') => {
      const verdict = guard.admit({ submission, address, formKey });
      if (verdict.ok) guard.begin()();
      return verdict;
    };
    for (let tick = 0; tick < 60 * 22; tick++) {
      now = start + Math.floor((tick * 1000) / 22);
      if (send(`flood ${tick}`, `2001:db8:0:${tick.toString(16)}::${tick.toString(16)}`).ok) came.flood++;
      for (let i = Math.floor((tick * honest) / 1320); i < Math.floor(((tick + 1) * honest) / 1320); i++) {
        const verdict = send(`honest ${i}`, addressOf(i));
        if (verdict.ok) came.atOnce++;
        else if (verdict.kind === 'later') came.later++;
        else
          waiting.push({
            submission: `honest ${i}`,
            address: addressOf(i),
            formKey: verdict.formKey,
            until: verdict.until.getTime(),
          });
      }
    }
    for (const { submission, address, formKey, until } of waiting) {
      now = Math.max(now, until);
      if (send(submission, address, formKey).ok) came.afterWaiting++;
    }
    return came;
  }

  it.each([
    ['600 people in as many networks', (i: number) => `2001:db8:${(i + 1).toString(16)}::1`],
    ['600 people with IPv4', (i: number) => `198.51.${i >> 8}.${i & 255}`],
  ])('lets %s in at once, and shuts none of them out', (_, addressOf) => {
    const came = simulate(600, addressOf);
    expect(came).toMatchObject({ later: 0 });
    expect(came.atOnce + came.afterWaiting).toBe(600);
    expect(came.atOnce).toBeGreaterThanOrEqual(590);
    expect(came.flood).toBeLessThan(110);
  });

  it('is counted by each size of network that one customer may have', () => {
    expect(networksOf('2001:db8:12:34ff::1').map(({ name }) => name)).toEqual([
      '20010db8001234ff/64',
      '20010db8001234/56',
      '20010db80012/48',
    ]);
    expect(networksOf('::ffff:192.0.2.7').map(({ name }) => name)).toEqual(['192.0.2.7/32', '192.0.2/24']);
    expect(networksOf('::1').map(({ name }) => name)[0]).toBe('0000000000000000/64');
    expect(networksOf('unknown')).toEqual([]);
  });

  it('leaves nothing behind when its hour is over', () => {
    const hourOf = createHourly(() => new Set<string>());
    const first = hourOf(new Date(start));
    first.counts.add(first.networksIn('192.0.2.1')[0]?.name ?? '');
    const second = hourOf(new Date(start + 60 * MINUTE_MS));
    expect([...second.counts]).toEqual([]);
    expect(second.networksIn('192.0.2.1')[0]?.name).not.toBe(first.networksIn('192.0.2.1')[0]?.name);
  });
});

describe('what all together may send', () => {
  /**
   * Sends for some seconds, each form being saved in so long; gives how many came in of those that came by themselves.
   */
  function run({ seconds, perSecond, savedInMs }: Record<'seconds' | 'perSecond' | 'savedInMs', number>) {
    const rate = createIntakeRate();
    let taken = 0;
    const underWay: { at: number; end: (now: number) => void }[] = [];
    for (let tick = 0; tick < seconds * perSecond; tick++) {
      const now = (tick * 1000) / perSecond;
      while (underWay[0] && underWay[0].at + savedInMs <= now) underWay.shift()?.end(now);
      if (rate.takeEasily(now) > 0) continue;
      taken++;
      underWay.push({ at: now, end: rate.begin(now) });
    }
    return { taken, rate };
  }

  it('grows with a machine that is quick, and shrinks with one that is not', () => {
    expect(run({ seconds: 60, perSecond: 1000, savedInMs: 5 }).taken).toBeGreaterThan(20_000);
    const slow = run({ seconds: 120, perSecond: 20, savedInMs: 3000 });
    expect(slow.rate.perSecond()).toBeLessThan(20);
  });

  it('begins near what a crowded machine was measured to take, and is soon where a free one was', () => {
    expect(createIntakeRate().perSecond()).toBeLessThan(2 * 176);
    const { rate } = run({ seconds: 20, perSecond: 8000, savedInMs: 20 });
    expect(rate.perSecond()).toBeGreaterThan(5112);
  });

  it('keeps room for those who have waited or worked', () => {
    const rate = createIntakeRate({ perSecond: 10 });
    while (rate.takeEasily(0) === 0);
    expect(rate.takeEarned(0)).toBe(0);
    while (rate.takeEarned(0) === 0);
    expect(rate.takeEarned(1000)).toBe(0);
  });
});
