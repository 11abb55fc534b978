import type { ComponentType, ReactNode } from 'react';
import type { CharterInput } from '../../schemas/charter.ts';
import type { Notice } from '../../schemas/notice.ts';
import type { ServiceInput } from '../../schemas/service.ts';
import type { DecapConfig } from '../config/cms-config.ts';

/** What the form holds while it is filled in: anything may still be missing. */
export type Draft<Value> = Value extends string
  ? Value
  : Value extends readonly (infer Item)[]
    ? Draft<Item>[]
    : Value extends object
      ? { [Key in keyof Value]?: Draft<Value[Key]> }
      : Value;

export type ServiceDraft = Draft<ServiceInput>;
export type CharterDraft = Draft<CharterInput>;
export type NoticeDraft = Draft<Notice>;

/** What Decap keeps an entry and a field's settings in: an immutable map, as far as the desk reads it. */
export interface DecapMap {
  get(name: string): unknown;
  getIn(path: string[]): unknown;
  set(name: string, value: unknown): DecapMap;
}

/** What Decap gives a preview. */
export interface PreviewProps<Entry> {
  entry: { get(name: 'data'): { toJS(): Entry } };
  widgetFor(field: string): ReactNode;
}

/** What Decap gives the control of a field. */
export interface ControlProps<Value> {
  /** Id of the input, to which the field's label leads. */
  forID: string;
  field: DecapMap;
  value: Value | undefined;
  /** Classes by which the control looks like those beside it. */
  classNameWrapper: string;
  onChange(value: Value): void;
  setActiveStyle(): void;
  setInactiveStyle(): void;
  /** The entry as it is now. */
  getEntry(): DecapMap;
}

/** Decap's core, as far as the desk uses it. */
export interface Decap {
  init(options: { config: DecapConfig }): void;
  registerBackend(name: string, backend: unknown): void;
  registerLocale(name: string, phrases: object): void;
  registerPreviewStyle(css: string, options: { raw: true }): void;
  registerPreviewTemplate<Entry>(name: string, preview: (props: PreviewProps<Entry>) => ReactNode): void;
  registerWidget(widgets: object[]): void;
  // A control is a class: Decap asks its instance whether what it holds is valid.
  registerWidget<Value>(
    name: string,
    control: ComponentType<ControlProps<Value>>,
    preview?: ComponentType<{ value: unknown }>,
  ): void;
}
