import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { boxKey, openBox, sealBox } from '../../lib/sealed-box.ts';
import { HELD_FOR_SECONDS } from './form-slots.ts';

/** A form on its way, as a browser holds it for the server. Of files it holds what opens them. */
const formState = z.object({
  id: z.string(),
  /** When it was sealed, in milliseconds since 1970. */
  at: z.number(),
  values: z.looseObject({ broken: z.array(z.string()) }),
  tokens: z.array(z.string()),
  /** A step was opened from the check page, and leads back there. */
  returns: z.boolean(),
  /** The key of the check page that was shown, so that showing it again makes no second case. */
  key: z.string().optional(),
});

export type FormState = z.output<typeof formState>;

export interface FormSeal {
  /** Seals a form; undefined where it is too long for a cookie. */
  seal(state: Omit<FormState, 'at'>): string | undefined;
  /** Opens what was sealed; undefined where it was not sealed here, was altered, or is too old. */
  open(sealed: string): FormState | undefined;
}

/** Two of these and the other lines of a request stay below what servers and proxies read: 8 kB for one line. */
const LENGTH_MAX = 3700;
const USE = 'form-on-its-way';

/** Seals forms with a key that follows from the server's own (AES-256-GCM), after making them small. */
export function createFormSeal(secret: string, clock: () => Date): FormSeal {
  const key = boxKey(secret, USE);
  return {
    seal(state) {
      const plain = deflateRawSync(JSON.stringify({ ...state, at: clock().getTime() }));
      const sealed = sealBox(key, [plain]).toString('base64url');
      return sealed.length <= LENGTH_MAX ? sealed : undefined;
    },
    open(sealed) {
      const state = read(key, sealed);
      return state && clock().getTime() - state.at < HELD_FOR_SECONDS * 1000 ? state : undefined;
    },
  };
}

function read(key: Uint8Array, sealed: string): FormState | undefined {
  try {
    const plain = inflateRawSync(openBox(key, Buffer.from(sealed, 'base64url')));
    return formState.safeParse(JSON.parse(plain.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
