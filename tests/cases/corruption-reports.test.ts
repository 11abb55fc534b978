import { randomUUID } from 'node:crypto';
import * as openpgp from 'openpgp';
import { describe, expect, it } from 'vitest';
import { ladderOf, routeCase } from '../../src/cases/routing/route-case.ts';
import { loadRegister } from '../../src/register/load.ts';
import { resolveLadder } from '../../src/register/ladder.ts';
import { emergencies } from '../../src/schemas/emergency.ts';
import { reportView } from '../../src/views/submission/report-view.ts';
import { submissionView } from '../../src/views/submission/submission-view.ts';
import { shippedContentDir, shippedRegister } from '../register/shipped-content.ts';
import { accepted, catchMail, complaintForm, openPipeline, readMail, sendForm } from './pipeline-fixture.ts';

/*
 * Who takes reports of bribes in the published content: the wrong receiver puts whoever reports in danger.
 */
const register = await shippedRegister();
const today = new Date();
const DAY_MS = 24 * 60 * 60 * 1000;
const agenciesOf = (country: string) =>
  [...register.agencies.values()].filter(({ data }) => data.jurisdiction === country);

describe('a report of a bribe', () => {
  it.each([
    ['ke', 'eacc', 'report@integrity.go.ke', 'caj-ombudsman'],
    ['ng', 'icpc', 'info@icpc.gov.ng', 'efcc'],
  ])(
    'goes in %s to %s at %s, whichever office it is about; one about that body goes to %s',
    (country, body, email, next) => {
      for (const { id } of agenciesOf(country).filter((agency) => agency.id !== body))
        expect(routeCase(register, 'misconduct', id).receiver, id).toMatchObject({ agency: body, email });
      expect(routeCase(register, 'misconduct', body).receiver).toMatchObject({ agency: next });
      expect(reportView(register, country, { language: 'en', today }).route?.receiver).toMatchObject({
        agency: body,
        email,
      });
    },
  );

  it('never goes to SERVICOM, which hands a complaint to the office that it is about', () => {
    for (const { id } of agenciesOf('ng'))
      expect(
        ladderOf(register, 'misconduct', id).map(({ agency }) => agency.id),
        id,
      ).not.toContain('servicom');
    expect(ladderOf(register, 'complaint', 'nis').map(({ agency }) => agency.id)).toContain('servicom');
  });

  it.each([
    ['ke', 'eacc', ['https://eacc.go.ke', '1551'], 'P.O. Box 61130'],
    ['ng', 'icpc', ['0800-CALL-ICPC'], 'https://icpc.gov.ng/petition/'],
  ])(
    'in %s can first be made to %s without a name, and its own form says what it asks for',
    (country, body, nameless, named) => {
      for (const view of [
        reportView(register, country, { language: 'en', today }),
        submissionView(
          register,
          agenciesOf(country)[0] ?? expect.unreachable(),
          undefined,
          { language: 'en', today },
          'misconduct',
        ),
      ]) {
        const ways = view.bodies.find(({ id }) => id === body) ?? expect.unreachable();
        const reached = ways.nameless.flatMap(({ formUrl, phones }) => [
          formUrl,
          ...phones.map(({ number }) => number),
        ]);
        for (const way of nameless) expect(reached.join(' ')).toContain(way);
        expect(JSON.stringify(ways.named)).toContain(named);
        // Complaints about the body's own service are another matter.
        expect(JSON.stringify(ways)).not.toContain('service-complaints');
      }
    },
  );

  it('is told that the form of ICPC wants a scanned ID', () => {
    const { bodies } = reportView(register, 'ng', { language: 'en', today });
    const form = bodies
      .flatMap(({ named }) => named)
      .find(({ formUrl }) => formUrl === 'https://icpc.gov.ng/petition/');
    expect(form?.asksFor?.text).toMatch(/scanned/);
  });

  it('that is encrypted reaches in Nigeria only the receiver that the page names, however long nobody answers', async () => {
    const pair = await openpgp.generateKey({ userIDs: [{ name: 'ICPC' }], format: 'object' });
    // It is changed here, so it is no other test's.
    const own = await loadRegister(shippedContentDir);
    const desk = own.agencies.get('icpc')?.data.contacts.find(({ emails }) => emails.includes('info@icpc.gov.ng'));
    Object.assign(desk ?? expect.unreachable(), { encryptionKey: pair.publicKey.armor() });
    expect(reportView(own, 'ng', { language: 'en', today })).toMatchObject({
      sealedFor: 'Independent Corrupt Practices and Other Related Offences Commission',
      route: { receiver: { email: 'info@icpc.gov.ng' } },
    });
    const catcher = await catchMail();
    const { cases, passTime } = await openPipeline({
      smtpPort: catcher.smtpPort,
      register: () => Promise.resolve(own),
    });
    const secret = `the blue folder ${randomUUID()}`;
    const form = complaintForm({ kind: 'misconduct', agency: 'customs', details: `He asked for money for ${secret}.` });
    accepted(await sendForm(cases, form, { language: 'en' }));
    await cases.rounds.drain();
    for (let round = 0; round < 4; round += 1) {
      passTime(40 * DAY_MS);
      await cases.rounds.tick();
      await cases.rounds.drain();
    }
    const mails = await readMail(catcher);
    // The operator learns that nobody has answered, and nothing of what it says.
    const { operatorEmail } = own.portal;
    const bodies = mails.filter(({ recipient }) => recipient !== operatorEmail);
    expect([...new Set(bodies.map(({ recipient }) => recipient))]).toEqual(['info@icpc.gov.ng']);
    expect(mails.filter(({ attachments }) => attachments.length > 0).map(({ recipient }) => recipient)).toEqual([
      'info@icpc.gov.ng',
    ]);
    expect(JSON.stringify(mails)).not.toContain(secret);
  });
});

describe('the ladder of complaints', () => {
  it('of a body of a State has no step that is for federal offices only', () => {
    for (const { id, data } of agenciesOf('ng').filter((agency) => agency.data.local)) {
      const steps = resolveLadder(register, id).map(({ agency }) => agency.id);
      expect(steps, id).not.toContain('servicom');
      expect(steps, data.name).toContain('pcc');
    }
    expect(resolveLadder(register, 'nis').map(({ agency }) => agency.id)).toContain('servicom');
  });
});

describe('contacts that were found to be wrong', () => {
  it('stand nowhere', () => {
    const known = JSON.stringify([
      ...[...register.agencies.values()].map(({ data }) => [data.contacts, data.offices]),
      ...[...register.emergencies.values()].map(({ data }) => emergencies.parse(data)),
    ]).toLowerCase();
    for (const address of [
      'report@icpc.gov.ng',
      'intel@icpc.gov.ng',
      'tracking@icpc.gov.ng',
      'info@efccnigeria.org',
      'complaints@pcc.gov.ng',
      'info@police.go.ke',
      'info@knchr.org',
      'fomella',
    ])
      expect(known).not.toContain(address);
    const digits = [...known.matchAll(/"number":"([^"]+)"/g)].map(([, number = '']) => number.replace(/\D/g, ''));
    for (const number of ['08076369259', '23494601100', '23492901430', '1530', '0800720750'])
      expect(digits).not.toContain(number);
  });
});
