import { json } from '../../web/answers.ts';
import type { Register } from '../../register/register.ts';
import type { BackendSetting } from '../backend.ts';
import { agencyCollections } from '../config/agency-collections.ts';
import { writtenTexts } from '../../texts/written.ts';
import { languageIn } from '../http.ts';
import { cmsConfig } from '../config/cms-config.ts';
import type { Cms } from '../create-cms.ts';

/**
 * Answers /api/cms where Decap talks to a git host itself: the configuration, for whoever may write to that repository.
 */
export function createHostedCms(register: () => Promise<Register>, backend: BackendSetting): Cms {
  return {
    async handle(request) {
      const { pathname, searchParams } = new URL(request.url);
      const route = `${request.method} ${pathname.replace(/\/$/, '')}`;
      const content = await register();
      const language = languageIn(request);
      // The git host asks who it is and decides what may be written; nobody is told apart here.
      const officer = {
        name: 'git account',
        email: content.portal.operatorEmail,
        role: 'desk-officer' as const,
        jurisdictions: [],
        agencies: [...content.agencies.keys()],
        mayPublish: true,
        sample: false,
      };
      if (route === 'GET /api/cms/session')
        return json({
          officer: { ...officer, agencies: ['all agencies'] },
          hosted: true,
          words: writtenTexts('desk-editor', language),
        });
      const agency = searchParams.get('agency') || undefined;
      if (route === 'GET /api/cms/collections')
        return json({ agencies: agencyCollections(officer, content, agency, language) });
      if (route === 'GET /api/cms/config')
        return json(cmsConfig({ officer, register: content, backend, agency, language }));
      return json(
        { error: 'There is nothing at this address: the charter desk talks to the git host itself.' },
        {},
        404,
      );
    },
  };
}
