import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/lib/fingerprint.ts';
import { ladderView, type RungView } from '../../src/site/views/ladder.ts';
import {
  charter,
  contact,
  evidence,
  jurisdiction,
  service,
  tinyRegister,
  type Fields,
} from '../register/tiny-register.ts';
import { today } from './view-fixture.ts';

const country = jurisdiction('xx', {
  oversightLadder: [{ agency: 'ombudsman', matter: 'Bad administration' }],
  translations: [
    { language: 'sw', field: 'oversightLadder.0.matter', text: 'Utawala mbaya', of: fingerprint('Bad administration') },
  ],
});
const ombudsman = charter('ombudsman', { name: 'The Ombudsman', jurisdiction: 'yy', contacts: [contact('help')] });

function ladderOf(board: Fields, connection: Fields = {}): RungView[] {
  const register = tinyRegister(
    country,
    jurisdiction('yy'),
    ombudsman,
    charter('water', board),
    service('water', 'connection', connection),
  );
  return ladderView(register, 'water', 'connection', { language: 'sw', today, sources: [] });
}
const rung = { contact: 'desk', note: 'Bring the receipt', decideWithin: { max: 5, unit: 'working-days' }, evidence };
const translations = [
  { language: 'sw', field: 'redress.0.note', text: 'Leta risiti', of: fingerprint('Bring the receipt') },
];

describe('the ladder on a page', () => {
  it('names the own desk by its title and other bodies with a link to their charter', () => {
    const [own, next] = ladderOf({ contacts: [contact('desk', { title: 'Complaints unit' })] });
    expect(own).toMatchObject({ own: true, name: { text: 'Complaints unit', lang: 'en' } });
    expect(own?.href).toBeUndefined();
    expect(next).toMatchObject({ own: false, name: { text: 'The Ombudsman' }, href: '/sw/yy/ombudsman/' });
  });

  it('says for what a body is there in the words of the country complained in, even when the body sits elsewhere', () => {
    expect(ladderOf({})[0]?.matter).toEqual({ text: 'Utawala mbaya' });
  });

  it('translates the note on a rung from where the rung stands', () => {
    const contacts = [contact('desk')];
    expect(ladderOf({ contacts, redress: [rung], translations })[0]).toMatchObject({
      note: { text: 'Leta risiti' },
      decideWithin: 'siku za kazi 5',
    });
    expect(ladderOf({ contacts }, { redress: [rung], translations })[0]?.note).toEqual({ text: 'Leta risiti' });
    expect(ladderOf({ contacts, redress: [rung] })[0]?.note).toEqual({ text: 'Bring the receipt', lang: 'en' });
    expect(ladderOf({ contacts, redress: [rung], language: 'sw' })[0]?.note).toEqual({ text: 'Bring the receipt' });
  });
});
