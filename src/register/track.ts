import type { Language } from '../lib/locales.ts';
import type { Readings } from './readings.ts';
import type { Agency, Register, RegisteredService } from './register.ts';

/*
 * Which part of the content a page was made from is written down while it is made, so that an edit makes anew the pages
 * that it reaches, and no other. A source is a text: `charters` stands for which charters there are, `charters/inec` for
 * whether that one is there, `charters/inec#contacts` for one of its fields, and `services/inec` for which services it
 * has. `changed-sources.ts` tells by the same names what an edit has changed.
 */

/** Takes a source that is being read. */
export type NoteSource = (source: string) => void;

/** The fields of an entry: a source of its own each. */
const EVERY_FIELD = '*';

/** A register of the same content that tells each source as it is read. */
export function trackRegister(register: Register, note: NoteSource): Register {
  const parts = createParts(note);
  const wrapAgency = (agency: Agency): Agency => {
    const of = `charters/${agency.id}`;
    return {
      id: agency.id,
      get data() {
        return parts.fields(agency.data, of);
      },
      get html() {
        note(`${of}#html`);
        return agency.html;
      },
      get services() {
        note(`services/${agency.id}`);
        return agency.services.map((service) => wrapService(service));
      },
    };
  };
  const wrapService = ({ id, agencyId, language, data }: RegisteredService): RegisteredService => ({
    id,
    agencyId,
    get language() {
      note(`charters/${agencyId}#language`);
      return language;
    },
    get data() {
      return parts.fields(data, `services/${agencyId}/${id}`);
    },
  });
  const wrapEntry =
    (collection: string) =>
    <E extends { id: string; data: object; html: string }>(entry: E): E => ({
      ...entry,
      get data() {
        return parts.fields(entry.data, `${collection}/${entry.id}`);
      },
      get html() {
        note(`${collection}/${entry.id}#html`);
        return entry.html;
      },
    });
  const spoken = new Map<Language, Readings>();
  return {
    portal: parts.fields(register.portal, 'portal/portal'),
    agencies: new TrackedMap(register.agencies, 'charters', note, wrapAgency),
    jurisdictions: new TrackedMap(register.jurisdictions, 'jurisdictions', note, wrapEntry('jurisdictions')),
    topics: new TrackedMap(register.topics, 'topics', note, wrapEntry('topics')),
    guides: new TrackedMap(register.guides, 'guides', note, wrapEntry('guides')),
    notices: new TrackedMap(register.notices, 'notices', note, wrapEntry('notices')),
    finder: new TrackedMap(register.finder, 'finder', note, wrapEntry('finder')),
    commonProblems: new TrackedMap(register.commonProblems, 'commonProblems', note, wrapEntry('commonProblems')),
    emergencies: new TrackedMap(register.emergencies, 'emergencies', note, wrapEntry('emergencies')),
    places: new TrackedMap(register.places, 'places', note, wrapEntry('places')),
    in: (language) => {
      const known = spoken.get(language) ?? trackReadings(register.in(language), parts);
      spoken.set(language, known);
      return known;
    },
  };
}

interface Parts {
  /** The same data, each field of which tells that it is read. */
  fields<T extends object>(data: T, of: string): T;
  /** The data behind what `fields` gave, and the name of its entry; undefined for other data. */
  behind(data: object): { data: object; of: string } | undefined;
}

function createParts(note: NoteSource): Parts {
  const made = new WeakMap<object, object>();
  const origins = new WeakMap<object, { data: object; of: string }>();
  const fields = <T extends object>(data: T, of: string): T => {
    const known = made.get(data);
    // It was made of this very object.
    if (known) return known as T;
    const sources = new Map<string, string>();
    const tell = (field: string): void => {
      const source = sources.get(field) ?? `${of}#${field}`;
      sources.set(field, source);
      note(source);
    };
    const view = new Proxy(data, {
      get(target, field, receiver) {
        if (typeof field === 'string') tell(field);
        return Reflect.get(target, field, receiver) as unknown;
      },
      has(target, field) {
        if (typeof field === 'string') tell(field);
        return Reflect.has(target, field);
      },
      ownKeys(target) {
        tell(EVERY_FIELD);
        return Reflect.ownKeys(target);
      },
    });
    made.set(data, view);
    origins.set(view, { data, of });
    return view;
  };
  return { fields, behind: (data) => origins.get(data) };
}

/** Entries in a language tell their fields as the entries themselves do; a translation belongs to the field it is of. */
function trackReadings(readings: Readings, parts: Parts): Readings {
  const track =
    <E extends { data: object }, R extends object>(read: (entry: E) => R): ((entry: E) => R) =>
    (entry) => {
      const origin = parts.behind(entry.data);
      return origin ? parts.fields(read({ ...entry, data: origin.data }), origin.of) : read(entry);
    };
  return {
    jurisdiction: track(readings.jurisdiction),
    charter: track(readings.charter),
    service: track(readings.service),
    topic: track(readings.topic),
    notice: track(readings.notice),
    finder: track(readings.finder),
    commonProblems: track(readings.commonProblems),
    emergencies: track(readings.emergencies),
  };
}

/** A map that tells which of its entries are asked for, and that all were gone through. */
class TrackedMap<V extends { id: string }> extends Map<string, V> {
  readonly #collection: string;
  readonly #note: NoteSource;

  constructor(map: ReadonlyMap<string, V>, collection: string, note: NoteSource, wrap: (value: V) => V) {
    super();
    for (const [id, value] of map) super.set(id, wrap(value));
    this.#collection = collection;
    this.#note = note;
  }

  override get(id: string): V | undefined {
    this.#note(`${this.#collection}/${id}`);
    return super.get(id);
  }

  override has(id: string): boolean {
    this.#note(`${this.#collection}/${id}`);
    return super.has(id);
  }

  override get size(): number {
    this.#note(this.#collection);
    return super.size;
  }

  override keys(): MapIterator<string> {
    this.#note(this.#collection);
    return super.keys();
  }

  override values(): MapIterator<V> {
    this.#note(this.#collection);
    return super.values();
  }

  override entries(): MapIterator<[string, V]> {
    this.#note(this.#collection);
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  override forEach(visit: (value: V, id: string, map: Map<string, V>) => void): void {
    this.#note(this.#collection);
    super.forEach(visit);
  }
}
