import type { Text } from '../../register/localise.ts';
import type { ServiceView } from './service.ts';

/** Services of one matter, under its name; without a name where a charter has too few to be parted. */
export interface ServiceGroup {
  /** Names the place of the group on the page. */
  id: string;
  name?: Text;
  services: ServiceView[];
}

/** From so many on, a list is parted by matter and gets a filter. */
export const MANY_SERVICES = 13;

/**
 * Parts many services by matter, in the order of the charter. A service stands under the rarest matter that it shares
 * with another: what nearly all have in common tells nothing.
 */
export function serviceGroups(services: ServiceView[]): ServiceGroup[] {
  const whole = [{ id: 'all', services }];
  if (services.length < MANY_SERVICES) return whole;
  const count = new Map<string, number>();
  for (const { topics } of services) for (const { id } of topics) count.set(id, (count.get(id) ?? 0) + 1);
  const ofService = ({ topics }: ServiceView) =>
    topics
      .filter(({ id }) => (count.get(id) ?? 0) > 1)
      .sort((a, b) => (count.get(a.id) ?? 0) - (count.get(b.id) ?? 0))[0];
  const groups = [...Map.groupBy(services, (service) => ofService(service)?.id ?? '')].map(([id, members]) => {
    const name = members.flatMap(({ topics }) => topics).find((topic) => topic.id === id)?.name;
    return { id: id || 'other', ...(name ? { name } : {}), services: members };
  });
  return groups.length > 1 ? groups : whole;
}
