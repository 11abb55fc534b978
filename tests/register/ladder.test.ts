import { describe, expect, it } from 'vitest';
import { contactFor, resolveLadder, type LadderRung } from '../../src/register/ladder.ts';
import { charter, contact, evidence, jurisdiction, service, tinyRegister, type Fields } from './tiny-register.ts';

const country = jurisdiction('xx', {
  oversightLadder: [
    { agency: 'regulator', matter: 'Water bills' },
    { agency: 'ombudsman', matter: 'Bad administration' },
  ],
});
const ombudsman = charter('ombudsman', { contacts: [contact('help')] });
const regulator = charter('regulator', {
  contacts: [contact('appeals', { roles: ['appeal'] }), contact('front', { roles: ['general'] })],
});

function ladderOf(fields: Fields, serviceFields?: Fields): LadderRung[] {
  const services = serviceFields ? [service('water', 'connection', serviceFields)] : [];
  return resolveLadder(
    tinyRegister(country, ombudsman, regulator, charter('water', fields), ...services),
    'water',
    serviceFields ? 'connection' : undefined,
  );
}
const said = (ladder: LadderRung[]): string[] =>
  ladder.map(({ agency, contact: desk, own }) => `${own ? 'own ' : ''}${agency.id}/${desk?.id ?? '-'}`);
const rung = (fields: Fields): Fields => ({ evidence, ...fields });

describe('the redress ladder', () => {
  it('begins at the agency’s complaint desk and goes on with the country’s bodies in their order', () => {
    const ladder = ladderOf({ contacts: [contact('front', { roles: ['general'] }), contact('complaints')] });
    expect(said(ladder)).toEqual(['own water/complaints', 'regulator/front', 'ombudsman/help']);
    expect(ladder[2]?.matter).toBe('Bad administration');
  });

  it('falls back on the general desk where no desk takes complaints', () => {
    expect(said(ladderOf({ contacts: [contact('front', { roles: ['general'] })] }))[0]).toBe('own water/front');
  });

  it('has no own rung where the charter names no desk', () => {
    expect(said(ladderOf({}))).toEqual(['regulator/front', 'ombudsman/help']);
  });

  it('follows the charter, with the agency’s desk first where the charter forgets it', () => {
    const fields = { contacts: [contact('complaints')], redress: [rung({ agency: 'ombudsman' })] };
    expect(said(ladderOf(fields))).toEqual(['own water/complaints', 'ombudsman/help', 'regulator/front']);
  });

  it('keeps the charter’s own order and names nobody twice', () => {
    const fields = { contacts: [contact('counter'), contact('director', { roles: ['appeal'] })] };
    const redress = [rung({ contact: 'counter' }), rung({ contact: 'director' }), rung({ agency: 'ombudsman' })];
    expect(said(ladderOf({ ...fields, redress }))).toEqual([
      'own water/counter',
      'own water/director',
      'ombudsman/help',
      'regulator/front',
    ]);
  });

  it('asks for the contact with the rung’s role', () => {
    expect(said(ladderOf({ redress: [rung({ agency: 'regulator', role: 'appeal' })] }))[0]).toBe('regulator/appeals');
  });

  it('of a service goes before the agency’s', () => {
    const fields = {
      contacts: [contact('counter'), contact('meters', { roles: ['general'] })],
      redress: [rung({ contact: 'counter' })],
    };
    expect(said(ladderOf(fields, { redress: [rung({ contact: 'meters' })] }))[0]).toBe('own water/meters');
    expect(said(ladderOf(fields, {}))[0]).toBe('own water/counter');
  });

  it('of an oversight body does not send anybody on to that body', () => {
    const register = tinyRegister(country, ombudsman, regulator);
    expect(said(resolveLadder(register, 'ombudsman'))).toEqual(['own ombudsman/help', 'regulator/front']);
  });

  it('counts a body that names itself as its own desk', () => {
    expect(said(ladderOf({ contacts: [contact('complaints')], redress: [rung({ agency: 'water' })] }))).toEqual([
      'own water/complaints',
      'regulator/front',
      'ombudsman/help',
    ]);
  });

  it('of an agency that is not there is empty', () => {
    expect(resolveLadder(tinyRegister(country), 'nobody')).toEqual([]);
  });
});

describe('the contact for a matter', () => {
  it('is one that can be written to, before one that cannot', () => {
    const register = tinyRegister(
      charter('water', { contacts: [contact('post'), contact('mail', { emails: ['desk@water.example'] })] }),
    );
    const agency = register.agencies.get('water');
    expect(agency && contactFor(agency, 'complaint')?.id).toBe('mail');
    expect(agency && contactFor(agency, 'foi')).toBeUndefined();
  });
});
