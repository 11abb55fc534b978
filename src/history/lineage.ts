import type { Step } from './steps.ts';
import { readVersion, settle, type Version } from './version.ts';

type Collection = 'charters' | 'services';

/** Gives the text of a blob, or undefined where the repository does not hold it. */
export type BlobReader = (blob: string) => string | undefined;

/** A file followed through its moves: where it stands in the end, and what was last known of it. */
export interface Lineage<C extends Collection> {
  id: string;
  version?: Version<C>;
}

/** The files of one collection while their history is walked from the oldest commit to the newest. */
export class Lineages<C extends Collection> {
  private readonly files = new Map<string, Lineage<C>>();
  private readonly collection: C;
  private readonly read: BlobReader;

  constructor(collection: C, read: BlobReader) {
    this.collection = collection;
    this.read = read;
  }

  at(id: string): Lineage<C> {
    const known = this.files.get(id);
    if (known) return known;
    const lineage: Lineage<C> = { id };
    this.files.set(id, lineage);
    return lineage;
  }

  /** Takes one step and gives the file with its versions before and after; a version is absent where the file was or where its blob is missing. */
  take(step: Step): { lineage: Lineage<C>; before?: Version<C>; after?: Version<C> } {
    if (step.before === undefined) this.files.delete(step.id);
    const lineage = this.at(step.formerId ?? step.id);
    if (step.formerId) {
      this.files.delete(step.formerId);
      this.files.set(step.id, lineage);
      lineage.id = step.id;
    }
    const before = step.before === undefined ? undefined : (lineage.version ?? this.version(step.before));
    const read = step.after === undefined ? undefined : this.version(step.after);
    const after = read ? settle(read, before) : undefined;
    lineage.version = after ?? before;
    return { lineage, ...(before ? { before } : {}), ...(after ? { after } : {}) };
  }

  private version(blob: string): Version<C> | undefined {
    const text = this.read(blob);
    return text === undefined ? undefined : readVersion(this.collection, text);
  }
}
