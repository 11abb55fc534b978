import type { InformationLaw } from '../../../src/schemas/information-law.ts';
import { caseReceipt } from '../../../src/views/case/case-receipt.ts';
import { catchMail, accepted, complaintForm, openPipeline, readMail, sendForm } from '../pipeline-fixture.ts';
import { giveInformationLaw, testRegister } from '../register-fixture.ts';
import { deskView, form } from './letter-fixture.ts';

export const email = 'amina@home.example';
export const text = 'We have looked at it with care.';
const desk = 'complaints@water.example';

/** A request for information that has reached the Water Board on 10 March 2026, at noon there, under a law with these rules. */
export async function request(rules: Partial<InformationLaw> = {}, fields: Record<string, string> = {}) {
  const catcher = await catchMail();
  const register = testRegister((whole) => giveInformationLaw(whole, 'ombudsman', rules));
  const pipeline = await openPipeline({ smtpPort: catcher.smtpPort, register: () => Promise.resolve(register) });
  const { cases } = pipeline;
  const wanted = 'The list of contracts for pipes that were let in River Town.';
  const sent = complaintForm({ kind: 'information-request', details: wanted, email, ...fields });
  const { reference, secret } = accepted(await sendForm(cases, sent, { language: 'en' }));
  await cases.rounds.drain();
  const to = async (recipient: string) => (await readMail(catcher)).filter((mail) => mail.recipient === recipient);
  /** The last mail that arrived at an address, without its line breaks. */
  const lastTo = async (recipient: string) => {
    await cases.rounds.drain();
    return ((await to(recipient)).at(-1)?.text ?? '').replaceAll(/\s+/g, ' ');
  };
  const token = /\/cases\/act\/\?t=(\S+)/.exec((await to(desk))[0]?.text ?? '')?.[1] ?? '';
  const view = async () => {
    const found = await cases.citizen.follow(reference, secret);
    if (!found) throw new Error('the case is gone');
    return found;
  };
  return {
    ...pipeline,
    register,
    to,
    lastTo,
    view,
    /** The stamp of its card, and where it stands by that. */
    card: async (reader: 'citizen' | 'officer' = 'citizen', language: 'en' | 'sw' = 'en') => {
      const { stamp, lines } = caseReceipt(await view(), reader, language);
      const said = lines.find(({ key }) => key === 'said')?.notes?.map((note) => note.text);
      return [stamp?.says, stamp?.detail, said].join(' | ').replaceAll(/\s+/g, ' ');
    },
    can: async () => deskView(await cases.officer.show(token)).can,
    act: async (action: string, filled: Record<string, string | number> = {}) => {
      const { version } = deskView(await cases.officer.show(token)).case;
      return cases.officer.act(token, form({ action, version, text, ...filled }), 'en');
    },
    citizen: async (action: string, filled: Record<string, string | number> = {}) =>
      cases.citizen.act(reference, secret, form({ action, version: (await view()).version, ...filled }), 'en'),
    told: async () => (await view()).timeline.at(-1)?.event,
    export: () => cases.citizen.export(reference, secret),
  };
}
