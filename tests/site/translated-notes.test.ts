import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/lib/fingerprint.ts';
import { charterView } from '../../src/site/views/charter.ts';
import { ladderView } from '../../src/site/views/ladder.ts';
import { serviceDetails } from '../../src/site/views/service-details.ts';
import { charter, contact, evidence, jurisdiction, service, tinyRegister } from '../register/tiny-register.ts';
import { agencyIn, today } from './view-fixture.ts';

const noted = (note: string) => ({ ...evidence, note });
const translated = (field: string, original: string, text: string) => ({
  language: 'sw',
  field,
  text,
  of: fingerprint(original),
});

const register = tinyRegister(
  jurisdiction('xx'),
  charter('water', {
    contacts: [contact('desk', { evidence: noted('Old poster') })],
    redress: [{ contact: 'desk', note: 'First step', evidence: noted('Page 4') }],
    sources: [{ id: 's1', title: 'Test source', kind: 'official', note: 'Stored copy' }],
    translations: [
      translated('redress.0.evidence.note', 'Page 4', 'Ukurasa wa 4'),
      translated('contacts.0.evidence.note', 'Old poster', 'Bango la zamani'),
      translated('sources.0.note', 'Stored copy', 'Nakala iliyohifadhiwa'),
    ],
  }),
  service('water', 'connection'),
);
const agency = agencyIn(register, 'water');
const [connection] = agency.services;
if (!connection) throw new Error('The fixture has no service.');

describe('notes on sources, in the language of the reader', () => {
  const options = { language: 'sw' as const, today };
  const charterPage = charterView(register, agency, options);
  const servicePage = serviceDetails(register, agency, connection, options);

  it('stand in the list of sources in the words of their translation', () => {
    expect(charterPage.sources.map(({ note }) => note)).toEqual([{ text: 'Nakala iliyohifadhiwa' }]);
    for (const { citations } of [charterPage, servicePage])
      expect(citations.takenFrom('s1').flatMap(({ note }) => note ?? [])).toEqual(
        expect.arrayContaining([{ text: 'Ukurasa wa 4' }, { text: 'Bango la zamani' }]),
      );
  });

  it('are found there from the mark beside what rests on them', () => {
    for (const { citations } of [charterPage, servicePage]) {
      const [rung] = ladderView(register, 'water', 'connection', { ...options, sources: [], citations });
      expect(rung?.evidence?.letter).toMatch(/^[a-z]$/);
      expect(rung?.contact?.evidence.letter).toMatch(/^[a-z]$/);
    }
  });
});
