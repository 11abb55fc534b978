import { describe, expect, it } from 'vitest';
import { shippedSearch } from './shipped-search.ts';

/* The office is right and the service below it is the first thing somebody reads: it must be the one they asked for. */
describe('the service that an office is answered with', () => {
  it.each([
    ['lost national id', 'ke', 'national-registration-bureau', 'lost-id-replacement'],
    ['nimepoteza kitambulisho', 'ke', 'national-registration-bureau', 'lost-id-replacement'],
    ['badilisha jina kitambulisho', 'ke', 'national-registration-bureau', 'change-of-particulars'],
    ['passport lost', 'ke', 'immigration', 'lost-passport'],
    ['correct birth certificate', 'ke', 'civil-registration', 'certificate-amendment'],
    ['lost voters card', 'ng', 'inec', 'pvc-replacement'],
    ['renew drivers licence', 'ng', 'frsc', 'licence-renewal'],
    ['change of institution jamb', 'ng', 'jamb', 'change-of-course-or-institution'],
  ])('is what one wants to do: %s (%s)', async (query, country, agency, service) => {
    const { results } = await (await shippedSearch()).query(query, { language: 'en', country });
    expect([results[0]?.card.id, results[0]?.service?.id]).toEqual([agency, service]);
  });
});
