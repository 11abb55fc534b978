import { currencies } from '../../../lib/currencies.ts';
import { readAmountInDigits, type Money } from '../../../lib/read-amount.ts';
import { select } from './choice-controls.ts';
import type { Change, Place } from './control.ts';
import { fieldFrame, fill } from './frame.ts';
import { readNumber, typedControl, type Reading } from './typed-control.ts';
import { spoken } from '../spoken.ts';

/** Above this, a register's schema refuses it as a slip. */
const MOST = 1e12;

/** An amount of money in the currency of the country. */
export function amountControl(place: Place, value: unknown, change: Change): HTMLElement {
  return amountIn(place.form.money, place, value, change);
}

/** An amount of money in a currency, written as people write it: "₦1,500", "1,500/=". */
export function amountIn(money: Money, place: Place, value: unknown, change: Change): HTMLElement {
  return typedControl(place, value, change, {
    label: spoken('{what} in {currency}', { what: place.field.label, currency: nameOf(money) }),
    inputmode: 'decimal',
    show: (stored) =>
      typeof stored === 'number' ? stored.toLocaleString('en', { maximumFractionDigits: 2 }) : String(stored ?? ''),
    read: (text) => readMoney(text, money),
  });
}

/** The currency of an amount: that of the country, unless another is chosen. */
export function currencyControl(place: Place, value: unknown, change: Change): HTMLElement {
  const frame = fieldFrame(place);
  return fill(frame, currencySelect(frame.bound, place.form.money, value, change, !place.field.required));
}

/** The list alone: the country's currency first, then those written about here, then those of the world. */
export function currencySelect(
  attributes: Record<string, string | undefined>,
  own: Money,
  value: unknown,
  change: Change,
  empty: boolean,
): HTMLSelectElement {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  const codes = [...new Set([own.currency, ...Object.keys(currencies), ...Intl.supportedValuesOf('currency')])];
  return select(
    attributes,
    codes.map((code) => ({ value: code, label: `${code} – ${names.of(code)}` })),
    value,
    change,
    empty,
  );
}

/** A currency with the sign that people write for it. */
export function nameOf({ currency, symbol }: Money): string {
  return symbol && symbol !== currency ? `${currency} (${symbol})` : currency;
}

/** The country's currency, or another with its usual sign. */
export function moneyIn(own: Money, currency: unknown): Money {
  if (typeof currency !== 'string' || currency === own.currency) return own;
  return { currency, symbol: currencies[currency]?.sign.trim() ?? '' };
}

function readMoney(text: string, money: Money): Reading {
  const amount = readAmountInDigits(text, money);
  if (amount !== undefined && amount <= MOST)
    return {
      value: amount,
      says: `${money.symbol || money.currency} ${amount.toLocaleString('en', { maximumFractionDigits: 2 })}`,
    };
  if (amount !== undefined) return { refusal: spoken('This is more than any fee. Look at the noughts again.') };
  if ((readNumber(text) ?? 0) < 0) return { refusal: spoken('An amount cannot be below zero.') };
  const other = Object.keys(currencies).find(
    (code) => code !== money.currency && readAmountInDigits(text, moneyIn(money, code)) !== undefined,
  );
  if (other)
    return {
      refusal: spoken(
        '“{text}” is written in another currency ({other}). Choose that one under “More”, “Currency”, or write the amount in {currency}.',
        { text, other, currency: money.currency },
      ),
    };
  return {
    refusal: spoken(
      '“{text}” could be read in more than one way, or not at all. Write the amount in figures, for example 2,000 or 1500.50.',
      { text },
    ),
  };
}
