import { dateInWords } from '../../../lib/written-date.ts';
import { asValues, isSame, type Change, type Place } from './control.ts';
import { element } from './dom.ts';
import { fold } from './fold.ts';
import { fieldFrame, fill } from './frame.ts';
import { groupFields, groupOf } from './group.ts';
import { spoken } from '../spoken.ts';

/**
 * Where a figure comes from. That of a new figure is the entry's own, and follows it, until somebody says otherwise; that
 * of a figure already there changes only by its officer's own hand.
 */
export function evidenceControl(place: Place, value: unknown, change: Change): HTMLElement {
  const { path, field, form } = place;
  const ofEntry = (): unknown => (path === 'evidence' ? undefined : form.entry().evidence);
  const frame = fieldFrame({ ...place, labelled: true }, { grouped: true });
  // Of what may go without evidence of its own, none means the entry's.
  const same = (): unknown => (field.required ? ofEntry() : undefined);
  const canFollow = path !== 'evidence';
  let follows = canFollow && value === undefined;

  const words = (): string => {
    const says = describe(place, value ?? ofEntry());
    const whose =
      canFollow && (follows || isSame(value, same())) ? spoken('same as the {noun}', { noun: form.noun }) : '';
    const told = [whose, whose && says ? `(${says})` : says].filter(Boolean).join(' ') || spoken('none yet');
    return place.labelled ? told : `${field.label}: ${told}`;
  };
  const set = (now: unknown): void => {
    value = now;
    folded.retitle(words());
    change(now);
  };
  const own = element('div', { class: 'desk-own' });
  const box = element('input', { type: 'checkbox', id: `${frame.bound.id}-same` });
  const drawOwn = (): void => {
    box.checked = follows || (canFollow && isSame(value, same()));
    own.replaceChildren(...(box.checked ? [] : groupFields(place, field.fields ?? [], groupOf(value, set))));
  };
  box.addEventListener('change', () => {
    follows = box.checked;
    set(follows ? same() : (value ?? ofEntry()));
    if (follows) drawOwn();
    else own.replaceChildren(...groupFields(place, field.fields ?? [], groupOf(value, set)));
  });
  const folded = fold(form, path, words(), () => {
    drawOwn();
    const label = element('label', { for: box.id }, spoken('Same as the {noun}', { noun: form.noun }));
    return [...(canFollow ? [element('div', { class: 'desk-tick' }, box, label)] : []), own];
  });

  const follow = (): void => {
    if (!folded.node.isConnected) {
      form.followers.delete(follow);
      return;
    }
    if (follows && !isSame(value, same())) set(same());
    else folded.retitle(words());
    if (box.checked && !follows && !isSame(value, same())) drawOwn();
  };
  if (canFollow) {
    if (follows && same() !== undefined)
      queueMicrotask(() => {
        if (follows) set(same());
      });
    form.followers.add(follow);
  }
  return fill(frame, folded.node);
}

/** Evidence in a line: its sources, how firm it is, and of when. */
function describe({ field, form }: Place, value: unknown): string {
  const { sources, verification, asOf } = asValues(value);
  const known = form.choices('source');
  const titles = (Array.isArray(sources) ? sources : []).map(
    (id) => known.find((choice) => choice.value === id)?.label ?? String(id),
  );
  const kind = field.fields
    ?.find(({ name }) => name === 'verification')
    ?.options?.find((option) => option.value === verification)?.label;
  const dated =
    typeof asOf === 'string' || typeof asOf === 'number'
      ? spoken('as of {day}', { day: dateInWords(String(asOf)) })
      : '';
  return [titles.join('; '), kind, dated].filter(Boolean).join(', ');
}
