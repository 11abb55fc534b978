import { expect, test } from 'vitest';
import { createReceipts, draftCase } from '../../src/cases/intake/draft-case.ts';
import { everyAddress } from '../../src/cases/routing/reach.ts';
import { submissionView } from '../../src/views/submission/submission-view.ts';
import { reportView } from '../../src/views/submission/report-view.ts';
import { caseKind, type CaseKind } from '../../src/schemas/cases/case.ts';
import { submissionSchema } from '../../src/schemas/cases/submission.ts';
import type { Route } from '../../src/schemas/cases/route.ts';
import { shippedRegister } from '../register/shipped-content.ts';

const register = await shippedRegister();
const agencies = [...register.agencies.values()];
const today = new Date();

/** Where a case goes that is sent: as the intake stores it. */
function sent(kind: CaseKind, agency: string, service?: string): Route {
  const details = 'What happened there, in some words.';
  const content = {
    submission: submissionSchema.parse({ kind, agency, service, details, language: 'en' }),
    files: [],
  };
  return (
    JSON.parse(draftCase(createReceipts(), { register, usable: everyAddress }, content).received) as { route: Route }
  ).route;
}

test.each(caseKind.options)(
  'what each page promises about a %s before it is sent is what happens after, for every body and service',
  (kind) => {
    for (const agency of agencies) {
      expect(submissionView(register, agency, undefined, { language: 'en', today }, kind).route, agency.id).toEqual(
        sent(kind, agency.id),
      );
      if (kind === 'complaint')
        for (const { id } of agency.services)
          expect(
            submissionView(register, agency, id, { language: 'sw', today }, kind).route,
            `${agency.id}/${id}`,
          ).toEqual(sent(kind, agency.id, id));
    }
  },
);

test.each([...register.jurisdictions.keys()])(
  'the report page of %s names whoever really receives a report about each office',
  (country) => {
    const view = reportView(register, country, { language: 'en', today });
    for (const { id, goesTo } of view.agencies)
      expect(goesTo ?? view.route?.receiver.name, id).toBe(sent('misconduct', id).receiver.name);
  },
);

test('no body that is passed over is without its known telephone on the page', () => {
  for (const agency of agencies) {
    const { route, bodies } = submissionView(register, agency, undefined, { language: 'en', today }, 'misconduct');
    for (const { agency: id } of route.passedOver) {
      const known = register.agencies
        .get(id)
        ?.data.contacts.some(
          ({ roles, phones }) => phones.length > 0 && (roles.includes('corruption') || roles.includes('general')),
        );
      if (known)
        expect(
          bodies
            .filter((body) => body.id === id)
            .some(({ nameless, named }) => [...nameless, ...named].some(({ phones }) => phones.length > 0)),
          id,
        ).toBe(true);
    }
  }
});
