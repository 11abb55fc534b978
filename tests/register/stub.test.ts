import { describe, expect, it } from 'vitest';
import { routeCase } from '../../src/cases/routing/route-case.ts';
import { gradeAll } from '../../src/quality/grade.ts';
import { checkStubs } from '../../src/register/check-stubs.ts';
import { resolveLadder } from '../../src/register/ladder.ts';
import { readEntry, type Entry } from '../../src/register/read-entry.ts';
import { charterView } from '../../src/site/views/charter.ts';
import { agencyRows } from '../../src/site/views/lists.ts';
import { charter, contact, evidence, jurisdiction, problemsOf, service, tinyRegister } from './tiny-register.ts';

const stub = { name: 'Jos Electricity', completeness: 'stub', type: 'utility', local: { places: ['Plateau'] } };

describe('a stub', () => {
  it('says who a body is and how it is reached', () => {
    const reached = {
      website: 'https://jos.example',
      contacts: [contact('desk', { emails: ['desk@jos.example'] })],
      offices: [{ name: 'Head office', evidence }],
      redress: [{ contact: 'desk', evidence }],
    };
    expect(problemsOf(charter('jos', { ...stub, ...reached }))).toEqual([]);
  });

  it.each([
    ['a pledge', { pledge: { text: 'We serve.', evidence } }, 'pledge'],
    ['general standards', { standards: [{ metric: 'Letters answered', evidence }] }, 'standards'],
    ['what is not known', { unknowns: ['Its fees.'] }, 'unknowns'],
  ])('with %s is refused, with the way out', (_what, fields, field) => {
    expect(problemsOf(charter('jos', { ...stub, ...fields }))).toMatchObject([
      { field, remedy: expect.stringContaining('completeness: stub') as string },
    ]);
  });

  it('with services or text below its fields is refused', () => {
    const entries = [charter('jos', stub, 'Words.\n'), service('jos', 'connection')].map(
      ([collection, file, text]) => readEntry(collection, file, text).entry,
    );
    const [described, connection] = entries as [Entry<'charters'>, Entry<'services'>];
    expect(checkStubs({ charters: [described], services: [connection] }).map(({ file }) => file)).toEqual([
      'content/services/jos/connection.yaml',
      'content/charters/jos.mdx',
    ]);
  });

  const register = tinyRegister(
    jurisdiction('xx', { oversightLadder: [{ agency: 'ombudsman', matter: 'Bad administration' }] }),
    charter('jos', stub),
    charter('ombudsman', { contacts: [contact('desk', { emails: ['desk@ombudsman.example'] })] }),
  );

  it('can be complained about: who always takes complaints takes this one', () => {
    expect(resolveLadder(register, 'jos').map((step) => step.agency.id)).toEqual(['ombudsman']);
    expect(routeCase(register, 'complaint', 'jos').receiver).toMatchObject({ agency: 'ombudsman' });
  });

  it('without any contact says so, and whose desk may tell more', () => {
    const redress = [{ agency: 'regulator', evidence }];
    const desks = [
      contact('company', { emails: [] }),
      contact('call-centre', { emails: [], phones: [{ number: '0201 344 4331' }] }),
    ];
    const reached = tinyRegister(
      jurisdiction('xx'),
      charter('jos', { ...stub, redress }),
      charter('yola', { ...stub, redress, website: 'https://yola.example' }),
      charter('kano', stub),
      charter('regulator', { contacts: desks }),
    );
    const viewOf = (id: string) => {
      const agency = reached.agencies.get(id);
      return agency && charterView(reached, agency, { language: 'en', today: new Date('2026-11-21') });
    };
    const jos = viewOf('jos');
    expect(jos?.ladder[0]?.contact?.id).toBe('call-centre');
    expect(jos?.unreached?.ask?.contact?.phones[0]?.number).toBe('0201 344 4331');
    expect(viewOf('yola')?.unreached).toBeUndefined();
    expect(viewOf('kano')?.unreached).toEqual({ ask: undefined });
    expect(viewOf('regulator')?.unreached).toBeUndefined();
  });

  it('is listed and marked, and not graded', () => {
    expect(agencyRows(register, 'en').filter((row) => row.stub)).toMatchObject([{ id: 'jos' }]);
    expect(gradeAll(register, new Date()).map(({ agency }) => agency.id)).toEqual(['ombudsman']);
  });
});
