import type { DeskOutcome, DeskView } from '../../../src/cases/desks/officer-desk.ts';
import {
  accepted,
  catchMail,
  complaintForm,
  openPipeline,
  readMail,
  type Pipeline,
  sendForm,
} from '../pipeline-fixture.ts';

export const DAY_MS = 24 * 60 * 60 * 1000;
export const email = 'amina@home.example';

type Caught = Awaited<ReturnType<typeof readMail>>[number];

export async function started(fields: Record<string, string> = {}, language: 'en' | 'sw' = 'en') {
  const catcher = await catchMail();
  const pipeline = await openPipeline({ smtpPort: catcher.smtpPort });
  const { reference, secret } = accepted(
    await sendForm(pipeline.cases, complaintForm({ email, language, ...fields }), { language }),
  );
  await pipeline.cases.rounds.drain();
  const to = async (recipient: string): Promise<Caught[]> =>
    (await readMail(catcher)).filter((mail) => mail.recipient === recipient);
  const token = async (recipient: string): Promise<string> => tokenIn((await to(recipient)).at(-1)?.text ?? '');
  return { ...pipeline, pipeline, reference, secret, to, token };
}

/** The token of the last signed link in a mail. */
export function tokenIn(text: string): string {
  return [...text.matchAll(/\/cases\/(?:act|rate)\/\?t=(\S+)/g)].at(-1)?.[1] ?? '';
}

export function view(outcome: DeskOutcome): DeskView {
  if (!('view' in outcome)) throw new Error(`the link opened nothing: ${outcome.kind}`);
  return outcome.view;
}

export function form(fields: Record<string, string | number>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, String(value));
  return data;
}

/** Lets an officer act as the page would: on the state that the link shows. */
export async function officer(
  { cases }: Pick<Pipeline, 'cases'>,
  token: string,
  action: string,
  fields: Record<string, string | number> = {},
): Promise<DeskOutcome> {
  const { version } = view(await cases.officer.show(token)).case;
  return cases.officer.act(token, form({ action, version, ...fields }), 'en');
}

export async function citizen(
  { cases }: Pick<Pipeline, 'cases'>,
  reference: string,
  secret: string,
  action: string,
  fields: Record<string, string | number> = {},
) {
  const version = (await cases.citizen.follow(reference, secret))?.version ?? 0;
  return cases.citizen.act(reference, secret, form({ action, version, ...fields }), 'en');
}
