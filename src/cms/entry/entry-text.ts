import { joinEntry, splitEntry } from '../../register/entry-parts.ts';

/** The field in which the version that an editor started from travels through Decap and back. */
export const BASE_FIELD = 'cmsBase';

/** The version an edit is based on, and the window (one opening of the editor) in which it is made. */
export interface EditBase {
  blob: string;
  editWindow: string;
}

/** Adds to a file's text the version it is, for the editor to send back when saving. */
export function stampBase(text: string, extension: 'mdx' | 'yaml', { blob, editWindow }: EditBase): string {
  const { yaml, body } = splitEntry(text, extension);
  return joinEntry({ yaml: `${BASE_FIELD}: "${blob}.${editWindow}"\n${yaml}`, body }, extension);
}

/** Parts the data that an editor sent from the version that it carries. The version is undefined for a new entry. */
export function takeBase({ [BASE_FIELD]: value, ...data }: Record<string, unknown>): {
  base: EditBase | undefined;
  data: Record<string, unknown>;
} {
  const [, blob, editWindow] = (typeof value === 'string' && /^([0-9a-f]{40,64})\.([0-9a-z]{8,40})$/.exec(value)) || [];
  return { base: blob && editWindow ? { blob, editWindow } : undefined, data };
}
