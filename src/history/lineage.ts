import type { Step } from './steps.ts';
import { settle, type Collection, type Version } from './version.ts';

/** What a blob holds as a version of a file, or undefined where the repository does not hold it. */
export type VersionReader = <C extends Collection>(collection: C, blob: string) => Version<C> | undefined;

/**
 * A version that is read when it is asked for, and then kept: most of what a large commit brings is never asked for.
 */
export type LazyVersion<C extends Collection> = () => Version<C> | undefined;

/** A file followed through its moves: where it stands in the end, and what was last known of it. */
export interface Lineage<C extends Collection> {
  id: string;
  version: LazyVersion<C>;
}

/** The files of one collection while their history is walked from the oldest commit to the newest. */
export class Lineages<C extends Collection> {
  private readonly files = new Map<string, Lineage<C>>();
  private readonly collection: C;
  private readonly read: VersionReader;

  constructor(collection: C, read: VersionReader) {
    this.collection = collection;
    this.read = read;
  }

  at(id: string): Lineage<C> {
    return this.files.get(id) ?? this.start(id, undefined);
  }

  /**
   * Takes one step and gives the file with its versions before and after. A version is undefined where the file was not
   * there or its blob is missing.
   */
  take(step: Step): { lineage: Lineage<C>; before: LazyVersion<C>; after: LazyVersion<C> } {
    const known = step.before === undefined ? undefined : this.files.get(step.formerId ?? step.id);
    const lineage = known ?? this.start(step.id, step.before);
    if (step.formerId) {
      this.files.delete(step.formerId);
      this.files.set(step.id, lineage);
      lineage.id = step.id;
    }
    const before = lineage.version;
    const read = this.lazily(step.after);
    const after = once(() => {
      const version = read();
      return version && settle(version, before());
    });
    lineage.version = step.after === undefined ? before : after;
    return { lineage, before, after };
  }

  private start(id: string, blob: string | undefined): Lineage<C> {
    const lineage: Lineage<C> = { id, version: this.lazily(blob) };
    this.files.set(id, lineage);
    return lineage;
  }

  private lazily(blob: string | undefined): LazyVersion<C> {
    return once(() => (blob === undefined ? undefined : this.read(this.collection, blob)));
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
