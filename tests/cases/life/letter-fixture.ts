import PostalMime from 'postal-mime';
import type { DeskOutcome, DeskView } from '../../../src/cases/desks/officer-desk.ts';
import type { Register } from '../../../src/register/register.ts';
import { startMailServer, type Behaviour, type TakenMail } from '../mail-servers.ts';
import { accepted, complaintForm, openPipeline, type Pipeline, sendForm } from '../pipeline-fixture.ts';
import { testRegister } from '../register-fixture.ts';

export const citizenEmail = 'amina@home.example';

export interface LivingCase {
  pipeline: Pipeline;
  behaviour: Behaviour;
  taken: TakenMail[];
  reference: string;
  secret: string;
  /** Subjects of the mails that arrived at an address, without the reference. */
  subjects(address: string): Promise<string[]>;
  /** Text of the last mail that arrived there, without its line breaks. */
  lastText(address: string): Promise<string>;
  /** Lets whoever has an address act by the last link that arrived there. */
  officer(address: string, action: string, fields?: Record<string, string | number>): Promise<DeskOutcome>;
  citizen(action: string, fields?: Record<string, string | number>): ReturnType<Pipeline['cases']['citizen']['act']>;
  view(): Promise<NonNullable<Awaited<ReturnType<Pipeline['cases']['citizen']['follow']>>>>;
}

/** A case that has reached its first receiver, and a mail server that behaves as told from then on. */
export async function livingCase(
  change?: (register: Register) => void,
  options: { timeoutMs?: number } = {},
): Promise<LivingCase> {
  const behaviour: Behaviour = {};
  const { port, taken } = await startMailServer(behaviour);
  const register = testRegister(change);
  const pipeline = await openPipeline({
    mail: { host: '127.0.0.1', port, ownCatcher: true, ...options },
    register: () => Promise.resolve(register),
  });
  const { reference, secret } = accepted(
    await sendForm(pipeline.cases, complaintForm({ email: citizenEmail }), { language: 'en' }),
  );
  await pipeline.cases.rounds.drain();
  const view: LivingCase['view'] = async () => {
    const found = await pipeline.cases.citizen.follow(reference, secret);
    if (!found) throw new Error('the case is gone');
    return found;
  };
  const read = (address: string) =>
    Promise.all(taken.filter(({ to }) => to === address).map(({ text }) => PostalMime.parse(text)));
  return {
    pipeline,
    behaviour,
    taken,
    reference,
    secret,
    view,
    subjects: async (address) => (await read(address)).map(({ subject = '' }) => subject.replace(`${reference}: `, '')),
    lastText: async (address) => (await read(address)).at(-1)?.text?.replaceAll(/\s+/g, ' ') ?? '',
    async officer(address, action, fields = {}) {
      const texts = (await read(address)).map(({ text = '' }) => text).join('\n');
      const token = [...texts.matchAll(/\/cases\/act\/\?t=(\S+)/g)].at(-1)?.[1] ?? '';
      const { version } = deskView(await pipeline.cases.officer.show(token)).case;
      return pipeline.cases.officer.act(token, form({ action, version, ...fields }), 'en');
    },
    async citizen(action, fields = {}) {
      const { version } = await view();
      return pipeline.cases.citizen.act(reference, secret, form({ action, version, ...fields }), 'en');
    },
  };
}

export function deskView(outcome: DeskOutcome): DeskView {
  if (!('view' in outcome)) throw new Error(`the link opened nothing: ${outcome.kind}`);
  return outcome.view;
}

export function form(fields: Record<string, string | number>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, String(value));
  return data;
}
