import type { Doorkeeper } from '../abuse/doorkeeper.ts';
import type { CitizenDesk } from './desks.ts';
import type { CitizenOutcome } from './citizen-desk.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import { formWithFiles } from '../files/form-limit.ts';
import { readForm } from '../../web/read-form.ts';
import { statuses } from '../../web/statuses.ts';
import type { CaseView } from '../case/view.ts';
import type { Language } from '../../lib/locales.ts';

/** Posted with reference and secret: the case is to be shown as it is when it was just sent, in another language. */
export const shownAsField = 'shownAs';
export const shownAsSent = 'sent';

/** What a request to the case page comes to. */
export type FollowedPage =
  | { kind: 'nothing-asked' }
  | { kind: 'not-found'; status: 404; reference: string }
  /** Too many wrong secrets. Nothing was looked up. */
  | { kind: 'later'; status: 429; reference: string; until: Date }
  | { kind: 'erased'; status: 200 }
  /** What was posted is no form that can be read, or too large. */
  | { kind: 'unreadable'; status: 413 | 415 }
  | {
      kind: 'case';
      status: number;
      view: CaseView;
      keys: { reference: string; secret: string };
      outcome?: CitizenOutcome;
      identityErased?: boolean;
      /** With the keys to be kept, as the answer to the form that was sent. */
      asSent?: boolean;
    };

/** What of the pipeline the case page needs. */
export interface Following {
  citizen: Pick<CitizenDesk, 'follow' | 'act' | 'erase'>;
  knock: Doorkeeper['knock'];
}

/**
 * Opens a case by the reference and secret of a form or a link; a posted form may also do something to it. A link never
 * does.
 */
export async function followOrAct(
  cases: Following,
  request: Request,
  { language, clientAddress }: { language: Language; clientAddress?: string | undefined },
): Promise<FollowedPage> {
  const posted = request.method === 'POST' ? await readForm(request, formWithFiles) : undefined;
  if (posted && 'refused' in posted) return { kind: 'unreadable', status: statuses[posted.refused] };
  const form = posted?.form;
  const given = form ?? new URL(request.url).searchParams;
  const [reference = '', secret = ''] = ['reference', 'secret'].map((name) =>
    String(given.get(name) ?? '').slice(0, 200),
  );
  if (!form && !reference && !secret) return { kind: 'nothing-asked' };
  const knocked = await cases.knock(reference, clientAddress, () =>
    opened(cases, { form, reference, secret }, language),
  );
  if (knocked.kind === 'later') return { kind: 'later', status: statuses.later, reference, until: knocked.until };
  return knocked.value ?? { kind: 'not-found', status: statuses['not-found'], reference };
}

async function opened(
  { citizen }: Following,
  { form, reference, secret }: { form: PostedForm | undefined; reference: string; secret: string },
  language: Language,
): Promise<FollowedPage | undefined> {
  const erase = form?.get('confirm') === 'yes' ? form.get('erase') : undefined;
  if (erase === 'case' && (await citizen.erase(reference, secret, 'case')))
    return { kind: 'erased', status: statuses.erased };
  const identityErased = erase === 'identity' && (await citizen.erase(reference, secret, 'identity'));
  const outcome =
    form && form.get('action') !== null ? await citizen.act(reference, secret, form, language) : undefined;
  const view = outcome?.view ?? (await citizen.follow(reference, secret));
  if (!view) return undefined;
  const status = statuses[outcome?.kind ?? 'shown'];
  return {
    kind: 'case',
    status,
    view,
    keys: { reference: view.reference, secret },
    ...(outcome ? { outcome } : {}),
    identityErased,
    ...(form?.get(shownAsField) === shownAsSent ? { asSent: true } : {}),
  };
}
