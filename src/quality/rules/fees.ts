import type { Fee } from '../../schemas/fee.ts';
import { eachService, once, told, type Rule } from '../rule.ts';

/** A fee that takes money from the citizen, so that it must rest on a law and name its currency. */
function isPriced(fee: Fee): boolean {
  return fee.kind === 'formula' || (fee.kind === 'fixed' && fee.amount > 0);
}

/** Provision 3: a list of fees, if any, and a ban on further or illegal demands. */
export const feeRules: Rule[] = [
  {
    id: 'fees-stated',
    provision: 'fees',
    weight: 3,
    severity: 'gap',
    check: eachService((service) =>
      told(
        service.fees.some((fee) => fee.kind !== 'not-stated'),
        'fees',
      ),
    ),
  },
  {
    id: 'fee-currency',
    provision: 'fees',
    weight: 2,
    severity: 'gap',
    // The fees themselves cannot be without a currency (see schemas/fee.ts); those of the steps can.
    check: eachService((service) => {
      const stepFees = service.steps.filter((step) => (step.fee ?? 0) > 0);
      if (!service.fees.some(isPriced) && stepFees.length === 0) return 'does-not-apply';
      const bare = stepFees.find((step) => step.currency === undefined);
      return bare ? { field: `steps.${service.steps.indexOf(bare)}.currency` } : 'passed';
    }),
  },
  {
    id: 'fee-basis',
    provision: 'fees',
    weight: 2,
    severity: 'gap',
    check: eachService((service) => {
      const bare = service.fees.findIndex((fee) => isPriced(fee) && fee.legalBasis === undefined);
      if (bare >= 0) return { field: `fees.${bare}.legalBasis` };
      return service.fees.every((fee) => fee.kind === 'not-stated') ? 'waits' : 'passed';
    }),
  },
  {
    id: 'fee-sum',
    provision: 'fees',
    weight: 2,
    severity: 'gap',
    check: eachService((service) => {
      const fees = service.fees.filter((fee) => fee.kind === 'fixed' || fee.kind === 'free');
      const [fee] = fees;
      const stepFees = service.steps.filter((step) => step.fee !== undefined);
      // With several fees the steps show those of one case, and an amount per page cannot be added up.
      if (!fee || service.fees.length > 1 || stepFees.length === 0 || (fee.kind === 'fixed' && fee.per))
        return 'does-not-apply';
      const total = fee.kind === 'fixed' ? fee.amount : 0;
      const found = stepFees.reduce((sum, step) => sum + (step.fee ?? 0), 0);
      return found === total ? 'passed' : { field: 'steps', values: { found, limit: total } };
    }),
  },
  {
    id: 'no-extra-payment',
    provision: 'fees',
    weight: 3,
    severity: 'gap',
    check: once(({ agency }) => told(agency.data.noExtraPayment !== undefined, 'noExtraPayment')),
  },
];
