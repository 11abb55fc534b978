import { splitLocale } from '../../lib/locales.ts';
import { fewRandomBytes } from '../../lib/random-bytes.ts';
import { formSteps, type FormStep } from '../../schemas/cases/form-field.ts';
import { formOfParts, type PostedForm } from '../../web/posted-form.ts';
import { heldFileField } from '../files/held-files.ts';
import { filesField } from '../files/take-files.ts';
import { createFormSeal, type FormState } from '../forms/form-seal.ts';
import {
  emptyingCookie,
  emptyingCookies,
  formId,
  formParameter,
  holdingCookie,
  readSlots,
  type Slot,
} from '../forms/form-slots.ts';
import { honeypotField, submissionKeyField } from '../forms/form-values.ts';
import { checkAgain, postedStepField, returnField, stepField } from '../forms/form-walk.ts';
import type { PostOutcome } from './handle-post.ts';

/** An address to go on to, with the cookies that hold what is shown there. */
export interface Onwards {
  location: string;
  cookies: string[];
}

/**
 * Gives each step of a form an address that the browser's own "Back" may ask for again. What was typed is not there but
 * in a cookie, sealed; a browser that holds none is answered without an address.
 */
export interface FormTravel {
  /** The first post of a browser goes to an address with an id (307), so that the second tells whether it holds cookies. */
  begin(request: Request): Onwards | undefined;
  /** Where the answer to a post is found (303); undefined where it has to be the answer itself. */
  onwards(request: Request, outcome: PostOutcome): Onwards | undefined;
  /**
   * The form that an address shows, to be read as if it were posted; it can save nothing. `asTold`: as it is to be read
   * where something was wrong. Undefined where none is held.
   */
  found(request: Request): { asLeft: PostedForm; asTold?: PostedForm } | undefined;
  /** Cookies that let go of a form which was sent, and of what was held of the same matter. */
  ended(request: Request): string[];
}

/** Says in the address of a step that it was filled in and something is wrong. */
const toldParameter = 'told';
const atParameter = 'at';
/** A first post with more than this is not asked to come a second time. */
const BEGIN_BYTES_MAX = 64 * 1024;

/** Makes what sends forms along, with the server's own key. */
export function createFormTravel({ secret, clock }: { secret: string; clock: () => Date }): FormTravel {
  const { seal, open } = createFormSeal(secret, clock);

  function heldBy(request: Request): [Slot, FormState | undefined][] {
    return readSlots(request.headers.get('cookie')).map(([slot, text]) => [slot, text ? open(text) : undefined]);
  }

  function hold(request: Request, state: Omit<FormState, 'at'>, query: Record<string, string>): Onwards | undefined {
    const sealed = seal(state);
    if (!sealed) return undefined;
    const { pathname, protocol } = new URL(request.url);
    const { language } = splitLocale(pathname);
    return {
      location: `${pathname}?${new URLSearchParams({ [formParameter]: state.id, ...query }).toString()}`,
      cookies: [holdingCookie(slotFor(state.id, heldBy(request)), sealed, { language, secure: protocol === 'https:' })],
    };
  }

  return {
    begin(request) {
      const bytes = Number(request.headers.get('content-length') ?? Number.NaN);
      // Programs, and browsers that do not say what they do, are answered at once.
      if (idOf(request) || request.headers.get('sec-fetch-mode') !== 'navigate') return undefined;
      if (!(bytes <= BEGIN_BYTES_MAX) || holdsAny(heldBy(request))) return undefined;
      return hold(request, { id: newId(), values: { broken: [] }, tokens: [], returns: false }, {});
    },
    onwards(request, outcome) {
      if (!isReplayable(outcome) || !holdsAny(heldBy(request))) return undefined;
      const id = idOf(request) ?? newId();
      const { values, held } = outcome;
      if (outcome.kind === 'check') {
        const tokens = held.map(({ token }) => token);
        const state = { id, values, tokens, returns: false, key: outcome.submissionKey };
        return hold(request, state, { [atParameter]: checkAgain });
      }
      const { step, tokens, returns } = outcome;
      const told: Record<string, string> = outcome.status === 200 ? {} : { [toldParameter]: 'yes' };
      return hold(request, { id, values, tokens, returns }, { [atParameter]: step, ...told });
    },
    found(request) {
      const { searchParams } = new URL(request.url);
      const id = idOf(request);
      const state = heldBy(request).find(([, candidate]) => candidate && candidate.id === id)?.[1];
      const at = searchParams.get(atParameter);
      const step = formSteps.find((candidate) => candidate === at);
      if (!state?.values.agency || !(step || at === checkAgain)) return undefined;
      const read = (told: boolean): PostedForm => formOfParts([...partsOf(state), ...wayTo(state, step, told)]);
      return { asLeft: read(false), ...(searchParams.has(toldParameter) ? { asTold: read(true) } : {}) };
    },
    ended(request) {
      const { language } = splitLocale(new URL(request.url).pathname);
      const held = heldBy(request);
      const sent = held.find(([, state]) => state && state.id === idOf(request))?.[1];
      const own = held.filter(([, state]) => state && sent && isSameMatter(state, sent));
      // What other addresses hold does not travel here.
      return [...own.map(([slot]) => emptyingCookie(slot, language)), ...emptyingCookies([language])];
    },
  };
}

function idOf(request: Request): string | undefined {
  return formId(new URL(request.url).searchParams);
}

/** It stands in an address, and opens nothing without the cookie. */
function newId(): string {
  return fewRandomBytes(8).toString('base64url');
}

function holdsAny(held: [Slot, FormState | undefined][]): boolean {
  return held.some(([, state]) => state);
}

/** Its own slot, else an empty one, else the one that was not used for longest. */
function slotFor(id: string, held: [Slot, FormState | undefined][]): Slot {
  const byAge = [...held].sort(([, a], [, b]) => (a?.at ?? 0) - (b?.at ?? 0));
  return (held.find(([, state]) => state?.id === id) ?? byAge[0] ?? ['form-1'])[0];
}

type Replayable = Extract<PostOutcome, { kind: 'form' | 'check' }>;

/** Asking again shows the same: a wait, a failure and a file that could not be taken are told once. */
function isReplayable(outcome: PostOutcome): outcome is Replayable {
  if (outcome.kind === 'check') return outcome.status === 200;
  return outcome.kind === 'form' && !(filesField in outcome.problems) && !(honeypotField in outcome.problems);
}

function partsOf({ values, tokens }: FormState): [string, string][] {
  const typed = Object.entries(values).flatMap(([name, value]) =>
    [value].flat().flatMap((item): [string, string][] => (typeof item === 'string' ? [[name, item]] : [])),
  );
  return [...typed, ...tokens.map((token): [string, string] => [heldFileField, token])];
}

/** Leads to a step as it was left or, where it was filled in, as it was found wrong; to the check page without one. */
function wayTo({ returns, key }: FormState, step: FormStep | undefined, told: boolean): [string, string][] {
  if (!step) return [[stepField, checkAgain], ...(key ? [[submissionKeyField, key] as [string, string]] : [])];
  return [
    [postedStepField, step],
    ...(told ? [] : [[stepField, step] as [string, string]]),
    ...(returns ? [[returnField, checkAgain] as [string, string]] : []),
  ];
}

function isSameMatter(a: FormState, b: FormState): boolean {
  return a.id === b.id || ['kind', 'agency', 'service'].every((name) => a.values[name] === b.values[name]);
}
