import type { DecapConfig } from '../src/cms/config/cms-config.ts';
import type { LiveStatus } from '../src/cms/live-watch.ts';
import type { CharterInput } from '../src/schemas/charter.ts';
import type { Notice } from '../src/schemas/notice.ts';
import type { Officer } from '../src/schemas/officer.ts';
import type { ServiceInput } from '../src/schemas/service.ts';

/** What the form holds while it is filled in: anything may still be missing. */
export type Draft<Value> = Value extends readonly (infer Item)[]
  ? Draft<Item>[]
  : Value extends object
    ? { [Key in keyof Value]?: Draft<Value[Key]> }
    : Value;

export type ServiceDraft = Draft<ServiceInput>;
export type CharterDraft = Draft<CharterInput>;
export type NoticeDraft = Draft<Notice>;

/** What Decap gives a preview. */
export interface PreviewProps<Entry> {
  entry: { get(name: 'data'): { toJS(): Entry } };
  widgetFor(field: string): unknown;
}

/** Decap's global, as far as the desk uses it. */
export interface Decap {
  init(options: { config: DecapConfig }): void;
  registerPreviewStyle(address: string): void;
  registerPreviewTemplate<Entry>(name: string, preview: (props: PreviewProps<Entry>) => unknown): void;
}

/** What the server answers the desk; `error` in place of all else where it refuses. */
export interface Answers {
  '/api/cms/session': { officer: Omit<Officer, 'email'> | null; sample?: boolean };
  '/api/cms/config': DecapConfig & { error?: string };
  '/api/cms/status': Partial<LiveStatus> & { error?: string };
  '/api/cms/sign-in': { message?: string; error?: string };
  '/api/cms/sign-out': { message?: string; error?: string };
}

/** What a publication is answered with. */
export interface Publication {
  commit: string;
  page: string;
}

declare global {
  interface Window {
    CMS: Decap;
    /** React's createElement, which Decap puts there. */
    h(element: string, attributes: object, ...children: unknown[]): unknown;
  }
}
