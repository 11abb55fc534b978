import type { Text } from '../../register/localise.ts';
import type { Agency, Register, RegisteredService } from '../../register/register.ts';
import { isGivenHere } from '../../schemas/service.ts';
import { evidenceDates } from '../../site/evidence-dates.ts';
import { contactOf } from '../../site/views/contact.ts';
import type { MarkedFigure, ViewOptions } from '../../site/views/evidence.ts';
import { countryName } from '../../site/views/jurisdiction.ts';
import { serviceView } from '../../site/views/service.ts';

/** How one desk wrote a promise. */
export interface WrittenPromise {
  name: Text;
  href: string;
  body: Text;
  country: string;
  cost: MarkedFigure;
  time: MarkedFigure;
  /** For when cost and time are known, in words. */
  costWhen?: string;
  timeWhen?: string;
  /** From when the time counts. */
  clock?: Text;
  papers: Text[];
  /** How soon a complaint is answered, where the desk says so. */
  complaint?: Text;
}

export interface Beside {
  own: WrittenPromise;
  others: WrittenPromise[];
}

const OTHERS = 12;

/** One service of a body, and how other desks of its kind wrote the same promise, the most alike first. */
export function besideView(
  register: Register,
  agency: Agency,
  service: RegisteredService,
  options: ViewOptions,
): Beside {
  return {
    own: written(register, agency, service, options),
    others: alike(register, agency, service).map((other) => written(register, other.agency, other.service, options)),
  };
}

/** The services of other bodies that are most like one: of the same matters of life, under words that its name has too. */
export function alike(
  register: Register,
  agency: Agency,
  service: RegisteredService,
): { agency: Agency; service: RegisteredService }[] {
  const topics = new Set(service.data.topics);
  const words = wordsOf(service);
  return [...register.agencies.values()]
    .filter(({ id }) => id !== agency.id)
    .flatMap((other) => other.services.filter(isGivenHere).map((candidate) => ({ agency: other, service: candidate })))
    .map((pair) => {
      const shared = pair.service.data.topics.filter((topic) => topics.has(topic)).length;
      const others = wordsOf(pair.service);
      const common = [...others].filter((word) => words.has(word)).length;
      const named = common / Math.max(1, Math.min(words.size, others.size));
      return {
        ...pair,
        likeness: named * 2 + Math.min(shared, 2) / 2 + Number(pair.agency.data.type === agency.data.type) / 4,
        named,
        shared,
      };
    })
    .filter(({ named, shared }) => named >= MOST || (shared > 0 && named > 0))
    .sort((a, b) => b.likeness - a.likeness || a.agency.id.localeCompare(b.agency.id))
    .slice(0, OTHERS)
    .map(({ agency: body, service: other }) => ({ agency: body, service: other }));
}

const MOST = 0.75;

/** Words of three letters or more that tell services apart. */
function wordsOf({ data, id }: RegisteredService): Set<string> {
  const all = `${data.name} ${id.replaceAll('-', ' ')}`.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return new Set(all.map((word) => word.replace(/s$/, '')).filter((word) => !EVERYWHERE.has(word)));
}

const EVERYWHERE: ReadonlySet<string> = new Set(
  'the and for with from new issuance issue application apply registration service services request getting other certificate'.split(
    ' ',
  ),
);

function written(register: Register, agency: Agency, service: RegisteredService, options: ViewOptions): WrittenPromise {
  const { language } = options;
  const view = serviceView(register, agency, service, { ...options, sources: agency.data.sources });
  const fee = service.data.fees.find(({ kind }) => kind !== 'not-stated');
  const [time] = service.data.processingTimes;
  const desk = contactOf(register, agency, ['complaint'], options);
  return {
    name: view.name,
    href: view.href,
    body: register.in(language).charter(agency).name,
    country: countryName(register, agency.data.jurisdiction, options).text,
    cost: view.promise.cost,
    time: view.promise.time,
    ...(fee ? { costWhen: evidenceDates(fee.evidence, language) } : {}),
    ...(time && time.kind !== 'not-stated' ? { timeWhen: evidenceDates(time.evidence, language) } : {}),
    ...(view.times[0]?.clockStarts ? { clock: view.times[0].clockStarts } : {}),
    papers: view.requirements.map(({ what }) => what),
    ...(desk?.responseTarget ? { complaint: desk.responseTarget } : {}),
  };
}
