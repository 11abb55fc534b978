import { asValues, type Change, type FieldSetting, type MakeControl, type Place, type Values } from './control.ts';
import { button, element, idOf } from './dom.ts';
import { fold } from './fold.ts';
import { fieldFrame, fill } from './frame.ts';
import { groupFields, groupOf } from './group.ts';
import { select } from './choice-controls.ts';
import { nextId } from './next-id.ts';
import { summaryText } from './summary-text.ts';
import { spoken } from '../spoken.ts';

/** An item of a list as it is drawn: where it stands, its value, and the buttons that move it and take it out. */
export interface Item {
  place: Place;
  value: unknown;
  change: Change;
  tools: HTMLElement;
  /** It was added a moment ago. */
  fresh: boolean;
}

export interface ListKind {
  draw(item: Item): HTMLElement;
  /** What a new item begins with. */
  begin?(place: Place): Values;
  /** What is told under the list, of all its items. */
  total?(items: unknown[], place: Place): string;
}

/** Makes a control for lists whose items are drawn in one way. */
export function listOf({ draw, begin, total }: ListKind): MakeControl {
  return (place, value, change) => {
    const { path, field, form } = place;
    const frame = fieldFrame(place, { grouped: true });
    const host = element('div', { class: 'desk-items' });
    const undo = element('div', { role: 'status' });
    const sum = element('p', { class: 'desk-total' });
    const singular = nounOf(field).toLowerCase();
    let items: unknown[] = Array.isArray(value) ? [...value] : [];

    const tell = (): void => {
      sum.replaceChildren(total?.(items, place) ?? '');
      change(items.length > 0 ? items : undefined);
    };
    const put = (now: unknown[], freshAt?: number): void => {
      items = now;
      drawAll(freshAt);
      tell();
      const added = freshAt === undefined ? undefined : host.children[freshAt];
      added?.querySelector<HTMLElement>('.desk-folded input, .desk-folded select, input, select, textarea')?.focus();
    };
    const remove = (at: number): void => {
      const taken = items[at];
      put(items.filter((_, index) => index !== at));
      const back = button(spoken('Put it back'), () => {
        undo.replaceChildren();
        // What was changed since stays.
        put(items.toSpliced(at, 0, taken));
      });
      undo.replaceChildren(`${spoken('Taken out: {what}.', { what: `${singular} ${at + 1}` })} `, back);
      back.focus();
    };
    const move = (at: number, to: number): void => {
      const now = items.toSpliced(at, 1);
      put(now.toSpliced(to, 0, items[at]));
      host.children[to]?.querySelector<HTMLElement>('[data-move]')?.focus();
    };
    function drawAll(freshAt?: number): void {
      undo.replaceChildren();
      host.replaceChildren(
        ...items.map((item, index) =>
          draw({
            place: {
              path: `${path}.${index}`,
              field: { ...field, label: `${nounOf(field)} ${index + 1}` },
              form,
            },
            value: item,
            fresh: index === freshAt,
            change(now) {
              items = items.with(index, now ?? {});
              tell();
            },
            tools: element(
              'div',
              { class: 'desk-tools' },
              index > 0 && button(spoken('Move up'), () => move(index, index - 1), { 'data-move': 'up' }),
              index < items.length - 1 &&
                button(spoken('Move down'), () => move(index, index + 1), { 'data-move': 'down' }),
              button(spoken('Take out'), () => remove(index), {
                'aria-label': spoken('Take out {what}', { what: `${singular} ${index + 1}` }),
              }),
            ),
          }),
        ),
      );
    }
    const add = button(spoken('Add {what}', { what: field.label_singular ?? singular }), () =>
      put([...items, { ...begin?.(place), ...newId(field, items) }], items.length),
    );
    add.classList.add('desk-add');
    // The label over the list names the list; on the button it would stand in place of the button's own words.
    host.id = place.id ?? idOf(path);
    add.id = `${host.id}-add`;
    drawAll();
    sum.replaceChildren(total?.(items, place) ?? '');
    return fill(frame, host, undo, ...(total ? [sum] : []), add);
  };
}

/** A list of groups, each closed under a line that tells it from the others. */
export const listControl = listOf({ draw: foldedItem });

/** Draws an item as a group that is closed under a line that tells it from the others. */
export function foldedItem({ place, value, change, tools, fresh }: Item): HTMLElement {
  const { path, field, form } = place;
  const frame = fieldFrame({ ...place, labelled: true }, { grouped: true });
  const words = (now: unknown): string => {
    const type = typeOf(field, now);
    const content = summaryText((type?.summary ?? field.summary ?? '').replace(type?.label ?? '', ''), now, form);
    return [type?.label, content].filter(Boolean).join(' · ') || field.label;
  };
  const folded = fold(form, path, words(value), () => {
    const group = groupOf(value, (now) => {
      value = now;
      folded.retitle(words(now));
      change(now);
    });
    const body = element('div', { class: 'desk-of-kind' });
    const drawFields = (): void =>
      body.replaceChildren(...groupFields(place, typeOf(field, group.values)?.fields ?? field.fields ?? [], group));
    drawFields();
    return [...(field.types ? [kindField(place, group, drawFields)] : []), body, tools];
  });
  if (fresh) folded.open();
  return fill(frame, folded.node);
}

/** The choice of an item's kind, which decides its fields. */
function kindField({ path, field, form }: Place, group: ReturnType<typeof groupOf>, changed: () => void): HTMLElement {
  const key = field.typeKey ?? 'kind';
  const place = {
    path: `${path}.${key}`,
    form,
    field: { ...field, name: key, label: spoken('Kind'), required: true, hint: '' },
  };
  const frame = fieldFrame(place);
  const options = (field.types ?? []).map(({ name, label }) => ({ label, value: name }));
  return fill(
    frame,
    select(
      frame.bound,
      options,
      group.values[key],
      (kind) => {
        group.set({ [key]: kind });
        changed();
      },
      false,
    ),
  );
}

function typeOf(field: FieldSetting, value: unknown): FieldSetting | undefined {
  const kind = asValues(value)[field.typeKey ?? 'kind'];
  return field.types?.find(({ name }) => name === kind);
}

/** What one item is called, without the article that stands in the configuration. */
function nounOf({ label_singular, label }: FieldSetting): string {
  const noun = (label_singular ?? label).replace(/^an? /, '');
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}

/** Nobody thinks up an id: an item that needs one gets the next. */
function newId(field: FieldSetting, items: unknown[]): Values {
  const isNamed = field.fields?.some(({ name, widget }) => name === 'id' && widget === 'desk-id');
  if (!isNamed) return {};
  return {
    id: nextId(
      items.map((item) => String(asValues(item).id ?? '')),
      nounOf(field),
    ),
  };
}
