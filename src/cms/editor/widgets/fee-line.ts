import { fieldFrame, fill } from './frame.ts';
import { element } from './dom.ts';
import { amountIn, currencySelect, moneyIn } from './amount-control.ts';
import { select } from './choice-controls.ts';
import type { FieldSetting, Place, Values } from './control.ts';
import { fold } from './fold.ts';
import { groupFields, groupOf, type Group } from './group.ts';
import { listOf, type Item } from './list.ts';
import { spoken } from '../spoken.ts';

/** What stands in the line itself, in this order; everything else a fee has is behind "More". */
const IN_LINE = ['kind', 'amount', 'currency', 'formula', 'label', 'evidence'];

/**
 * What a service costs: one line for each fee. The kind decides what is asked: an amount, how it is worked out, or
 * nothing more. The currency is the country's unless another is chosen behind "More".
 */
export const feesControl = listOf({
  draw: feeLine,
  begin: ({ field, form }) => ({ [field.typeKey ?? 'kind']: 'fixed', currency: form.money.currency }),
});

function feeLine({ place, value, change, tools }: Item): HTMLElement {
  const { path, field, form } = place;
  const types = field.types ?? [];
  const key = field.typeKey ?? 'kind';
  const frame = fieldFrame({ ...place, labelled: true }, { grouped: true, label: field.label });
  const group = groupOf(value, change);
  /** What another kind held, so that a slip of the finger loses nothing. */
  const kept: Values = { ...group.values };
  const host = element('div', { class: 'desk-fee' });

  const take = (kind: unknown): void => {
    Object.assign(kept, group.values);
    const names = fieldsOf(types, kind).map(({ name }) => name);
    const isMoney = names.includes('currency');
    const all = [...new Set(types.flatMap(({ fields = [] }) => fields.map(({ name }) => name)))];
    const values = all.map((name) => [
      name,
      names.includes(name)
        ? (kept[name] ?? (isMoney && name === 'currency' ? form.money.currency : undefined))
        : undefined,
    ]);
    group.set({ [key]: kind, ...Object.fromEntries(values) });
    draw();
    host.querySelector<HTMLElement>('select')?.focus();
  };

  function draw(): void {
    const fields = fieldsOf(types, group.values[key]);
    const named = (name: string): FieldSetting[] => fields.filter((candidate) => candidate.name === name);
    const amount = named('amount').map((amountField) =>
      amountIn(
        moneyIn(form.money, group.values.currency),
        { path: `${path}.amount`, field: amountField, form },
        group.values.amount,
        (amount) => group.set({ amount }),
      ),
    );
    const more = fold(form, `${path}.more`, moreTitle(fields, group.values, form.money.currency), () => [
      ...named('currency').map((currency) =>
        currencyField({ path: `${path}.currency`, field: currency, form }, group, draw),
      ),
      ...groupFields(
        place,
        fields.filter(({ name }) => !IN_LINE.includes(name)),
        group,
      ),
      tools,
    ]);
    host.replaceChildren(
      element(
        'div',
        { class: 'desk-line' },
        kindField(place, types, key, group.values[key], take),
        ...amount,
        ...groupFields(place, named('formula'), group),
        ...groupFields(place, named('label'), group),
      ),
      ...groupFields(place, named('evidence'), group),
      more.node,
    );
  }
  draw();
  return fill(frame, host);
}

function kindField(
  { path, field, form }: Place,
  types: FieldSetting[],
  key: string,
  kind: unknown,
  take: (kind: unknown) => void,
): HTMLElement {
  const frame = fieldFrame({
    path: `${path}.${key}`,
    form,
    field: { ...field, label: spoken('Costs'), required: true, hint: '' },
  });
  const options = types.map(({ name, label }) => ({ value: name, label }));
  return fill(frame, select(frame.bound, options, kind, take, false));
}

function currencyField(place: Place, group: Group, changed: () => void): HTMLElement {
  const frame = fieldFrame(place);
  const set = (currency: unknown): void => {
    group.set({ currency });
    changed();
    document.getElementById(frame.bound.id)?.focus();
  };
  return fill(frame, currencySelect(frame.bound, place.form.money, group.values.currency, set, false));
}

function fieldsOf(types: FieldSetting[], kind: unknown): FieldSetting[] {
  return types.find(({ name }) => name === kind)?.fields ?? [];
}

/** Names what is behind "More", so that nobody has to open it to see whether something is there. */
function moreTitle(fields: FieldSetting[], values: Values, ownCurrency: string): string {
  const filled = fields.flatMap(({ name, label }) => {
    const value = values[name];
    if (name === 'currency') return value === undefined || value === ownCurrency ? [] : [String(value)];
    const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    return IN_LINE.includes(name) || isEmpty ? [] : [label.toLowerCase()];
  });
  return filled.length > 0 ? `${spoken('More')}: ${filled.join(', ')}` : spoken('More');
}
