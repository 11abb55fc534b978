import { choiceControl } from './choice-controls.ts';
import type { FieldSetting, Values } from './control.ts';
import { element } from './dom.ts';
import { fold } from './fold.ts';
import { fieldFrame, fill } from './frame.ts';
import { groupFields, groupOf } from './group.ts';
import { listOf, type Item } from './list.ts';
import { measureFields } from './measure-line.ts';
import { spoken } from '../spoken.ts';

const MEASURE = ['min', 'max', 'unit'];
const IN_LINE = ['kind', ...MEASURE, 'appliesTo', 'evidence'];

/** How long a service takes: one line for each promise. Only a fixed time has a number. */
export const timesControl = listOf({ draw: timeLine, begin: () => ({ kind: 'fixed' }) });

function timeLine({ place, value, change, tools }: Item): HTMLElement {
  const { path, field, form } = place;
  const fields = field.fields ?? [];
  const named = (name: string): FieldSetting[] => fields.filter((candidate) => candidate.name === name);
  const frame = fieldFrame({ ...place, labelled: true }, { grouped: true, label: field.label });
  const group = groupOf(value, change);
  const kept: Values = {};
  const host = element('div', { class: 'desk-time' });

  const take = (kind: unknown): void => {
    for (const name of MEASURE) if (group.values[name] !== undefined) kept[name] = group.values[name];
    const measure = MEASURE.map((name) => [name, kind === 'fixed' ? kept[name] : undefined]);
    group.set({ kind, ...Object.fromEntries(measure) });
    draw();
    host.querySelector<HTMLElement>('select')?.focus();
  };

  function draw(): void {
    const [kind] = named('kind');
    const { values } = group;
    const others = fields.filter(({ name }) => !IN_LINE.includes(name));
    const filled = others.filter(({ name }) => values[name] !== undefined && (values[name] as unknown[]).length !== 0);
    const more = fold(
      form,
      `${path}.more`,
      [spoken('More'), filled.map(({ label }) => label.toLowerCase()).join(', ')].filter(Boolean).join(': '),
      () => [...groupFields(place, others, group), tools],
    );
    host.replaceChildren(
      element(
        'div',
        { class: 'desk-line' },
        ...(kind
          ? [
              choiceControl(
                { path: `${path}.kind`, form, field: { ...kind, label: spoken('Promise'), hint: '' } },
                values.kind,
                take,
              ),
            ]
          : []),
        ...(values.kind === 'fixed' ? measureFields(place, fields, group, true) : []),
        ...groupFields(place, named('appliesTo'), group),
      ),
      ...groupFields(place, named('evidence'), group),
      more.node,
    );
  }
  draw();
  return fill(frame, host);
}
