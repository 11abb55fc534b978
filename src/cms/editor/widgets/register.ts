import { Component, createElement, type ComponentType, type ReactNode } from 'react';
import type { DeskChoices } from '../../config/desk-choices.ts';
import { inItsLanguage } from '../spoken.ts';
import { asValues, isSame, type EntryForm, type FieldSetting } from './control.ts';
import { controls, makeControl } from './controls.ts';
import { entryForm } from './entry-form.ts';
import { firstRefused } from './problems.ts';

/** What Decap gives a control, as far as the desk's own ask for it. */
export interface ControlProps {
  field: Immutable;
  value: unknown;
  forID: string;
  /** The entry as it stands in the form now; Decap's prop `entry` may be an older one. */
  getEntry(): Immutable;
  collection: Immutable;
  config: Immutable;
  onChange(value: unknown): void;
  onPersistMedia(file: File, options: object): Promise<unknown> | unknown;
}
interface Immutable {
  get(name: string): unknown;
  toJS(): unknown;
}

interface Registry {
  registerWidget(name: string, control: ComponentType<ControlProps>, preview: ComponentType<{ value: unknown }>): void;
}

/** What was opened in each entry, while the desk is open: Decap draws an entry anew after each save. */
const openedIn = new Map<string, Set<string>>();

/**
 * Tells Decap of the desk's own controls. They are plain elements of the page in a frame of React's: what somebody types
 * is never drawn over by a late answer. `choices` are those of the configuration. Call it before Decap starts.
 */
export function registerWidgets(CMS: Registry, choices: DeskChoices): void {
  const inForm = new Set<DeskControl>();
  let toldSoon = false;
  /** Decap draws only the field that changed; what follows another field of the entry is told here, once for each change. */
  const tellFollowers = (): void => {
    if (toldSoon) return;
    toldSoon = true;
    queueMicrotask(() => {
      toldSoon = false;
      for (const { form } of inForm) for (const follow of [...(form?.followers ?? [])]) follow();
    });
  };

  class DeskControl extends Component<ControlProps> {
    host: HTMLElement | null = null;
    form: EntryForm | undefined;
    /** The value as it was last given to Decap or drawn. */
    held: unknown;

    /** Decap asks before it saves. */
    isValid = (): boolean | { error: { type: string; message: string } } => {
      const message = this.host ? firstRefused(this.host) : undefined;
      return message === undefined ? true : { error: { type: 'CUSTOM', message } };
    };

    focus = (): void => this.host?.querySelector<HTMLElement>('input, select, textarea, summary, button')?.focus();

    override componentDidMount(): void {
      inForm.add(this);
      const container = this.host?.closest<HTMLElement>('[class*="ControlContainer"]');
      if (container) inItsLanguage(container);
      this.draw();
    }

    override componentWillUnmount(): void {
      inForm.delete(this);
    }

    override componentDidUpdate(): void {
      if (isSame(plain(this.props.value), this.held)) return;
      this.draw();
      tellFollowers();
    }

    draw(): void {
      const field = this.props.field.toJS() as FieldSetting;
      this.form ??= this.formOf(field);
      this.form.followers.clear();
      this.held = plain(this.props.value);
      const { form } = this;
      const change = (value: unknown): void => {
        this.held = value;
        this.props.onChange(value ?? '');
        tellFollowers();
      };
      const place = { path: field.name, field, form, labelled: true, id: this.props.forID };
      this.host?.replaceChildren(makeControl(place, this.held, change));
    }

    formOf(field: FieldSetting): EntryForm {
      const { getEntry, collection } = this.props;
      const key = `${String(collection.get('name'))}/${String(getEntry().get('slug') ?? '')}`;
      const opened = openedIn.get(key) ?? new Set<string>();
      openedIn.set(key, opened);
      const agency = String(field.agency);
      return entryForm({
        choices,
        agency,
        entryKind: String(field.entryKind),
        opened,
        entry: () => asValues(plain(this.props.getEntry().get('data'))),
        upload: async (picture) => {
          await this.props.onPersistMedia(picture, { field: this.props.field });
          return `${String(collection.get('public_folder') ?? this.props.config.get('public_folder'))}/${picture.name}`;
        },
      });
    }

    override render(): ReactNode {
      return createElement('div', {
        className: 'desk-control',
        ref: (host: HTMLElement | null) => {
          this.host = host;
        },
      });
    }
  }

  for (const name of Object.keys(controls)) CMS.registerWidget(name, DeskControl, Preview);
}

/** What stands in Decap's preview for a field: its text. */
function Preview({ value }: { value: unknown }): ReactNode {
  return createElement('div', { style: { whiteSpace: 'pre-wrap' } }, typeof value === 'string' ? value : '');
}

/** A value of Decap's own lists and maps as plain data; empty is none. */
function plain(value: unknown): unknown {
  const data = typeof value === 'object' && value !== null && 'toJS' in value ? (value as Immutable).toJS() : value;
  return data === '' || data === null ? undefined : data;
}
