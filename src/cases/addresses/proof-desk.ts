import type { Language } from '../../lib/locales.ts';
import { addressProofForm } from '../../schemas/cases/address-proof.ts';
import type { FieldProblems } from '../../schemas/cases/problems.ts';
import { createBuckets } from '../abuse/buckets.ts';
import { createHourly } from '../abuse/hourly.ts';
import { readAction, type ActionValues } from '../forms/read-action.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import { addressInToken } from './code.ts';
import { answerProof, type ProofAnswer, type ProveDependencies } from './prove.ts';
import { bodyNames, registerAddresses } from './register-addresses.ts';

/** What the reader of an address is asked: whether it is the right one for these bodies. */
export interface ProofQuestion {
  address: string;
  names: string[];
}

/** What came of a posted answer. What was typed is kept; `later` tells when to try again. */
export type ProofPage =
  | { kind: 'proved' | 'refused' | 'used' | 'expired'; address: string; names: string[]; provedAt: string | null }
  | { kind: 'wrong'; values: ActionValues; problems: FieldProblems }
  | { kind: 'dead-link' }
  | { kind: 'later'; until: Date; values: ActionValues };

export interface ProofDesk {
  /**
   * What the link of a mail asks; undefined where its address is none of the register. Looking changes nothing.
   */
  question(token: string): Promise<ProofQuestion | undefined>;
  answer(form: PostedForm, context: { language: Language; clientAddress?: string | undefined }): Promise<ProofPage>;
}

const MINUTE_MS = 60_000;
/**
 * An office shares one network address, so these are generous: what stops guessing is the count kept with each code.
 */
const TRIES_OF_ONE = { count: 20, withinMs: 10 * MINUTE_MS };
const TRIES_OF_ALL = { count: 120, withinMs: MINUTE_MS };

/** Makes the desk at which addresses are proved: by the link of a mail, or by its code. */
export function createProofDesk(dependencies: ProveDependencies): ProofDesk {
  const { register, clock } = dependencies;
  const hourOf = createHourly(() => createBuckets(TRIES_OF_ONE));
  const ofAll = createBuckets(TRIES_OF_ALL);
  const namesOf = async (address: string): Promise<string[]> =>
    bodyNames(registerAddresses(await register()).get(address) ?? []);
  const question: ProofDesk['question'] = async (token) => {
    const address = addressInToken(token);
    const names = address ? await namesOf(address) : [];
    return address && names.length > 0 ? { address, names } : undefined;
  };
  return {
    question,
    async answer(form, { language, clientAddress }) {
      const says: ProofAnswer['says'] = form.get('says') === 'not-ours' ? 'not-ours' : 'ours';
      const token = form.get('t');
      const typed = await readAction(addressProofForm, form, language);
      const { values } = typed;
      const now = clock();
      const { counts: ofOne, networksIn } = hourOf(now);
      const [visitor] = networksIn(clientAddress ?? '');
      const waitMs = ofOne.take(visitor?.name ?? 'unknown', now.getTime()) || ofAll.take('all', now.getTime());
      if (waitMs > 0) return { kind: 'later', until: new Date(now.getTime() + waitMs), values };
      if (typeof token !== 'string' && !typed.ok) return { kind: 'wrong', values, problems: typed.problems };
      // What is no address of the register is not looked up: a token may hold any bytes.
      if (typeof token === 'string' && !(await question(token))) return { kind: 'dead-link' };
      const by =
        typeof token === 'string' ? { token } : { address: values['address'] ?? '', code: values['code'] ?? '' };
      const outcome = await answerProof(dependencies, { says, by });
      if (outcome.kind === 'wrong')
        return 'token' in by ? { kind: 'dead-link' } : { kind: 'wrong', values, problems: {} };
      const { address, proved_at: provedAt } = outcome.row;
      return { kind: outcome.kind, address, names: await namesOf(address), provedAt };
    },
  };
}
