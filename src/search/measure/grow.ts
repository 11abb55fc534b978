import type { Agency, Register, RegisteredService } from '../../register/register.ts';

const SYLLABLES = 'ba de fi go hu ja ke li mo nu pa re si to vu wa ye zi cho ndu mbi nga'.split(' ');
/** Pages of an agency in a grown register: its own and twelve services. */
const SERVICES_EACH = 12;

/**
 * A register with as many agencies as wanted: the real ones, then copies of them with made-up names, words and
 * services, in the same countries. Always the same for the same register. For questions of size only.
 */
export function growRegister(register: Register, wanted: number): Register {
  const word = wordMaker();
  const real = [...register.agencies.values()];
  const services = real.flatMap((agency) => agency.services);
  const agencies = new Map<string, Agency>();
  for (let number = 0; agencies.size < wanted; number++) {
    const model = real[number % real.length];
    if (!model) break;
    const round = Math.floor(number / real.length);
    const copy = round === 0 ? model : copyOf(model, round, word);
    const more = Array.from({ length: Math.max(0, SERVICES_EACH - copy.services.length) }, (_, place) =>
      copyOfService(services[(number * 7 + place * 13) % services.length], copy.id, `more-${place}`, word),
    );
    agencies.set(copy.id, { ...copy, services: [...copy.services, ...more.flat()] });
  }
  return { ...register, agencies };
}

function copyOf(model: Agency, round: number, word: () => string): Agency {
  const { data } = model;
  const own = word();
  const id = `${model.id}-${round}`;
  return {
    ...model,
    id,
    data: {
      ...data,
      name: `${data.name} ${own} ${word()}`,
      ...(data.acronym ? { acronym: `${data.acronym}${round}` } : {}),
      aliases: [`${own} ${word()}`],
      popularNames: data.popularNames.map((name) => `${name} ${own}`),
      summary: `${data.summary} ${word()} ${word()}`,
    },
    services: model.services.flatMap((service) => copyOfService(service, id, service.id, word)),
  };
}

function copyOfService(
  model: RegisteredService | undefined,
  agencyId: string,
  id: string,
  word: () => string,
): RegisteredService[] {
  if (!model) return [];
  const { data } = model;
  return [
    {
      id,
      agencyId,
      language: model.language,
      data: {
        ...data,
        name: `${data.name} ${word()}`,
        popularNames: data.popularNames.map((name) => `${name} ${word()}`),
      },
    },
  ];
}

/** Words of three or four syllables from a small generator of numbers, so that every run measures the same. */
function wordMaker(): () => string {
  let seed = 1;
  const next = (limit: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * limit);
  };
  return () => Array.from({ length: 3 + next(2) }, () => SYLLABLES[next(SYLLABLES.length)] ?? '').join('');
}
