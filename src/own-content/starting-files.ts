import { stringify } from 'yaml';
import type { Jurisdiction } from '../schemas/jurisdiction.ts';
import { CONTENT_SCHEMA } from '../schemas/portal.ts';

/** The body that a new portal begins with. */
export const EXAMPLE_BODY = 'example-office';

export interface PortalStart {
  name: string;
  publisher: string;
  languages: { code: string; name: string; territory?: string }[];
}

/** content/portal/portal.yaml of a new portal. Until its publisher says what it is, it is a demonstration. */
export function portalFile({ name, publisher, languages }: PortalStart): string {
  return `# Whose portal this is. Every page says so. While publisherKind is "demonstration", no mail leaves; for a real portal
# write "government" or "watchdog", your own addresses, and what you are under "about".
${stringify(
  {
    schema: CONTENT_SCHEMA,
    name,
    publisher,
    publisherKind: 'demonstration',
    operatorEmail: 'operator@portal.example',
    senderEmail: 'portal@portal.example',
    languages,
    about: `${name} collects the service charters of public bodies in one place: what each service costs, what to bring, how long it takes and who answers when the promise is broken. This copy is being set up. It is not the site of any government or agency.`,
  },
  { lineWidth: 120 },
)}`;
}

/** content/officers.yaml with the one officer who is signed in on the machine of whoever sets the portal up. */
export function officersFile(): string {
  return `# Desk officers who may sign in at /admin/, and the bodies whose charters each may edit. No page is made of this file.
# The sample officer is signed in only where the portal runs as a demonstration; take it out before you go live.
officers:
  - name: Sample desk officer
    email: desk.officer@portal.example
    agencies: [${EXAMPLE_BODY}]
    sample: true
`;
}

/** An invented body with one service, labelled as a sample, to be turned into the first of one's own. */
export function exampleFiles(country: string, { currency, name }: Jurisdiction): Map<string, string> {
  return new Map([
    [
      `content/charters/${EXAMPLE_BODY}.mdx`,
      `---
# A sample to be turned into your first body. The file name is its id and appears in its address: rename this file and the
# folder content/services/${EXAMPLE_BODY} together, and the id in content/officers.yaml.
name: Example Licensing Office (sample)
acronym: ELO
type: authority
jurisdiction: ${country}
summary: A sample, not a real office of ${name}. Go here for a licence to run a market stall.
evidence: { sources: [s1], verification: unverified }
standards:
  - metric: Complaints are answered
    target: within 5 working days
    evidence: { sources: [s1], verification: unverified }
contacts:
  - id: complaints
    roles: [complaint]
    title: Complaints desk (sample)
    emails: [complaints@example-office.example]
    evidence: { sources: [s1], verification: unverified }
redress:
  - contact: complaints
    role: complaint
    evidence: { sources: [s1], verification: unverified }
# Every figure names its source by the id that it has here.
sources:
  - id: s1
    title: Sample text of a new portal
    kind: unverified
---
`,
    ],
    [
      `content/services/${EXAMPLE_BODY}/market-stall-licence.yaml`,
      `name: Market stall licence (sample)
summary: A sample of a service, with an invented fee and an invented time.
requirements:
  - what: Proof of identity
fees:
  - kind: fixed
    amount: 1500
    currency: ${currency}
    evidence: { sources: [s1], verification: unverified }
processingTimes:
  - kind: fixed
    max: 3
    unit: working-days
    evidence: { sources: [s1], verification: unverified }
evidence: { sources: [s1], verification: unverified }
`,
    ],
  ]);
}

/** The README for whoever edits the content. */
export function readmeFile(name: string, countries: string[]): string {
  return `# ${name}

The content of a service-charter portal: ${countries.join(', ')}. The code that shows it is [OpenCharter](https://github.com/opencharter/opencharter)
and lies elsewhere; this repository holds nothing but what is yours.

| Place                                          | What it holds                                                                     |
| ---------------------------------------------- | --------------------------------------------------------------------------------- |
| \`content/portal/portal.yaml\`                   | whose portal it is, its addresses and languages                                   |
| \`content/charters/\`, \`content/services/\`       | a file for each body, and one for each of its services                            |
| \`content/officers.yaml\`                        | who may edit which body in the CMS                                                |
| \`content/media/\`                               | pictures and documents that officers upload                                       |
| \`content/jurisdictions/\`                       | each country's law, holidays, and the bodies that citizens can turn to            |
| \`content/topics/\`, \`content/search/\`           | matters of life, and words of the search                                          |
| \`content/guides/\`, \`content/notices/\`          | pages of advice, such as what the portal does with personal data; announcements   |
| \`content/common-problems/\`                     | what people of a country ask most, for the home page                              |
| \`content/emergencies/\`, \`content/places/\`      | whom to call in danger; names of regions and towns                                |

## Editing

Officers edit at \`/admin/\` of the portal and never see this repository: each edit they publish is a commit here, in their name.
Who edits files by hand commits them too; the portal shows what is committed, and reads the history of a charter from it.

In the folder of the code, with \`OPENCHARTER_CONTENT\` naming this folder:

\`\`\`sh
npm run check:content     # what is wrong, with file, line and remedy
npm run lint:charters     # what each charter still lacks
npm run import -- FILE    # a charter from a document
npm start                 # the portal, on this machine
\`\`\`

## Before you go live

1. Turn the sample, \`content/charters/${EXAMPLE_BODY}.mdx\`, into a body of yours, or take it and its services out.
2. Read what came along: the bodies, laws and numbers were compiled from public sources, each with its date. They are yours to keep true.
3. Say in \`content/portal/portal.yaml\` whose portal it is, and in \`content/guides/\` what you do with personal data.
4. Take the sample officer out of \`content/officers.yaml\`, and put yours in.
5. Keep a copy elsewhere: add a remote, and push.
`;
}
