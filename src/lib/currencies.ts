/** How a currency is written, beside its code. All marks are in lower case. */
interface Currency {
  /** Before an amount that the portal shows. */
  sign: string;
  /** Names and signs that mean this currency and no other. */
  names: readonly string[];
  /** Short marks that mean it where it is the country's own, and something else elsewhere. */
  marks?: readonly string[];
  /** What people say or type for it in a form, where no price list writes it. */
  spoken?: readonly string[];
}

const shillingMarks = ['sh', 'shs', 'shilling', 'shillings', '/=', '/-'];

/** The currencies that prices are written in, by their ISO 4217 code: the countries shipped, their neighbours, and money of the world. */
export const currencies: Readonly<Record<string, Currency>> = {
  // "#" and "=N=" stand for the naira where a keyboard has no sign for it.
  NGN: { sign: '₦', names: ['₦', 'naira', 'nairas'], marks: ['n', '=n='], spoken: ['#'] },
  KES: {
    sign: 'KSh\u00a0',
    names: ['ksh', 'kshs', 'kenya shillings'],
    marks: [...shillingMarks, 'shilingi'],
    spoken: ['bob'],
  },
  GHS: { sign: 'GH₵', names: ['gh₵', 'gh¢', '₵', 'ghc', 'cedi', 'cedis'] },
  TZS: { sign: 'TSh\u00a0', names: ['tsh', 'tshs'], marks: [...shillingMarks, 'shilingi'] },
  PHP: { sign: '₱', names: ['₱', 'peso', 'pesos'], marks: ['p'] },
  INR: { sign: '₹', names: ['₹', 'rs', 'rupee', 'rupees'], marks: ['/-'] },
  UGX: { sign: 'USh\u00a0', names: ['ush', 'ushs'], marks: shillingMarks },
  USD: { sign: 'US$', names: ['us$', 'us dollars'] },
  EUR: { sign: '€', names: ['€'] },
  GBP: { sign: '£', names: ['£'] },
};

/** All marks that may stand for a currency where it is the country's own, its code among them. */
export function marksOf(code: string): string[] {
  const { names = [], marks = [] } = currencies[code] ?? {};
  return [code.toLowerCase(), ...names, ...marks];
}
