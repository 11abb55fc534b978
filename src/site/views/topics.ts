import type { Language } from '../../lib/locales.ts';
import type { Agency, Register, RegisteredService } from '../../register/register.ts';
import type { ViewContext } from './evidence.ts';
import { serviceView, type ServiceView } from './service.ts';

export interface TopicService {
  agency: Agency;
  service: ServiceView;
}

/** Gives the services under a topic and the topics below it, by country and then by name. */
export function servicesOfTopic(
  register: Register,
  topicId: string,
  options: { language: Language; today: Date },
): TopicService[] {
  const ids = new Set([
    topicId,
    ...[...register.topics.values()].filter((topic) => topic.data.parent === topicId).map((topic) => topic.id),
  ]);
  const belongs = (service: RegisteredService): boolean => service.data.topics.some((id) => ids.has(id));
  return [...register.agencies.values()]
    .flatMap((agency) => {
      const context: ViewContext = { ...options, sources: agency.data.sources };
      return agency.services
        .filter(belongs)
        .map((service) => ({ agency, service: serviceView(register, agency, service, context) }));
    })
    .sort(
      (a, b) =>
        a.agency.data.jurisdiction.localeCompare(b.agency.data.jurisdiction) ||
        a.service.name.text.localeCompare(b.service.name.text),
    );
}
