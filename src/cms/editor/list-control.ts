import { DecapCmsWidgetList } from 'decap-cms-widget-list';
import { createElement, type ComponentType, type ReactNode } from 'react';
import type { ControlProps, DecapMap } from './decap.ts';

type ListProps = ControlProps<unknown> & { t(key: string, values?: { item?: string }): string; ref?: unknown };

/** Begins the phrases of its buttons: of a list of one kind of item, and of one that asks for the kind. */
const ADD = 'editor.editorWidgets.list.add';

const DecapList = DecapCmsWidgetList.controlComponent as ComponentType<ListProps>;

/** What a list is counted as, by its field; made once for each, because Decap compares fields by identity. */
const counted = new WeakMap<DecapMap, DecapMap>();

/**
 * Decap's list, which speaks of its items as people do: "1 cost", "3 things to bring", "Add a cost". Decap itself puts the
 * label of the field everywhere.
 */
export function ListControl(props: ListProps): ReactNode {
  const { field, t } = props;
  const one = field.get('label_singular');
  if (typeof one !== 'string') return createElement(DecapList, props);
  const named = one.replace(/^an? /, '');
  const many = String(field.get('label_plural') ?? field.get('label'));
  const shown = counted.get(field) ?? field.set('label', many).set('label_singular', named);
  counted.set(field, shown);
  const says: ListProps['t'] = (key, values) => t(key, key.startsWith(ADD) ? { ...values, item: one } : values);
  return createElement(DecapList, { ...props, field: shown, t: says });
}
