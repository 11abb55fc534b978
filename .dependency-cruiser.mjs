/*
 * The arrow everything follows: lib <- texts <- schemas <- deadlines <- register <- mail <- (cms, site, cases, search,
 * quality, history, import, own-content) <- views <- components <- pages, and domains <- server <- entry. Beside
 * schemas stand database and web (reading requests and making answers), each on lib alone. Each rule's comment is the
 * remedy shown when it is broken.
 */
const layer = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
});
const domains = '(?:cms|site|cases|search|quality|history|import|own-content)';

/*
 * The floors of cases, each with those it may stand on. Only what puts them together (cases/*.ts) knows all of them.
 */
const below = ['store', 'state', 'routing', 'case'];
const floors = {
  abuse: [],
  state: [],
  store: [],
  receipts: ['store'],
  routing: ['state', 'store'],
  case: ['state', 'store', 'routing'],
  letters: [...below, 'receipts'],
  files: ['abuse', 'store'],
  forms: ['files'],
  intake: [...below, 'abuse', 'files', 'forms', 'receipts'],
  desks: [...below, 'abuse', 'files', 'forms', 'receipts', 'published'],
  addresses: ['store', 'routing', 'case', 'forms', 'abuse'],
  statistics: ['store', 'state', 'routing'],
  published: below,
  rounds: [...below, 'files', 'desks', 'addresses'],
};
const floorRules = Object.entries(floors).map(([floor, others]) => ({
  name: `cases-${floor}`,
  severity: 'error',
  comment: `${floor} stands on ${others.join(', ') || 'no other floor'} alone: move the code to the floor that needs it, or pass it in.`,
  from: { path: `^src/cases/${floor}/` },
  to: { path: '^src/cases/', pathNot: `^src/cases/(?:${[floor, ...others].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'Two files need each other, if only for a type: move what both need into a third.',
      from: {},
      to: { circular: true },
    },
    ...floorRules,
    {
      name: 'cases-composed-once',
      severity: 'error',
      comment: 'Only what puts the floors together stands loose in src/cases; give the file a floor.',
      from: { path: '^src/cases/[^/]+/' },
      to: { path: '^src/cases/[^/]+$' },
    },
    layer(
      'lib-stands-alone',
      '^src/lib/',
      '^src/(?!lib/)',
      'lib knows nothing of the domain: move the code up, or pass what it needs as an argument.',
    ),
    layer(
      'texts-on-lib',
      '^src/texts/',
      '^src/(?!lib/|texts/)',
      'Texts import only lib, so that everything can speak: pass in what a sentence tells.',
    ),
    layer(
      'schemas-on-texts',
      '^src/schemas/',
      '^src/(?!lib/|texts/|schemas/)',
      'Schemas import only lib, texts and one another, so that everything can import them.',
    ),
    layer(
      'database-on-lib',
      '^src/database/',
      '^src/(?!lib/|database/)',
      'The database knows no table: whoever owns one adds it to Tables from its own folder.',
    ),
    layer(
      'deadlines-on-schemas',
      '^src/deadlines/',
      '^src/(?!lib/|schemas/|deadlines/)',
      'What reckons time is pure and also runs in the browser: pass in what it needs, and say it in words above.',
    ),
    layer(
      'mail-below-domains',
      '^src/mail/',
      '^src/(?!lib/|texts/|schemas/|deadlines/|register/|database/|mail/)',
      'Mail serves every domain and knows none: a kind of mail brings its own rules (mail/mail-rules.ts).',
    ),
    layer(
      'register-below-domains',
      '^src/register/',
      '^src/(?!lib/|texts/|schemas/|deadlines/|register/)',
      'The register serves all domains and knows none: move the code into the domain.',
    ),
    {
      name: 'domains-apart',
      severity: 'error',
      comment:
        'Domains share only register, schemas and lib: move what both need down, or join them in components, server or entry.',
      from: { path: `^src/(${domains})/` },
      to: { path: `^src/${domains}/`, pathNot: '^src/$1/' },
    },
    layer(
      'web-on-lib',
      '^src/web/',
      '^src/(?!lib/|web/)',
      'What reads requests and makes answers knows no case and no page: move the code up, or pass what it needs.',
    ),
    layer(
      'domains-below-shell',
      `^src/${domains}/`,
      '^src/(?:views|components|server|netlify|pages|entry)/',
      'A domain never reaches up to what shows or serves it: pass it in as an argument.',
    ),
    layer(
      'views-below-components',
      '^src/views/',
      '^src/(?:web|components|server|netlify|pages|entry)/',
      'A view is what a component shows, made of what the domains know: the component takes it as props.',
    ),
    layer(
      'components-no-server',
      '^src/components/',
      '^src/(?:web|server|netlify|entry|pages)/',
      'Components take props; the page reads the request, gives them the data and answers.',
    ),
    layer(
      'components-hold-browser-scripts',
      '^src/(?!components/)',
      '^src/components/.*[.]ts$',
      'A script beside a component runs in the browser: what makes a view belongs into src/views or src/site/views.',
    ),
    layer(
      'server-no-pages',
      '^src/server/',
      '^src/(?:pages|components|views|entry)/',
      'The server loads built pages, never their sources.',
    ),
    layer(
      'files-served-apart',
      '^src/server/serve/',
      '^src/(?!server/serve/|server/(?:accepted-encoding|headers)[.]ts$|lib/|web/)',
      'What serves files knows no content and no edition in the making: it is given records and bytes.',
    ),
    {
      name: 'operate-beside-the-portal',
      severity: 'error',
      comment:
        'What an operator does beside the portal is called by commands alone: move what both need to where it belongs.',
      from: { path: '^src/(?!entry/|server/operate/)' },
      to: { path: '^src/server/operate/' },
    },
    {
      name: 'operate-without-the-portal',
      severity: 'error',
      comment:
        'A command must not start parts of the portal that runs: it reads settings, opens the database and ends.',
      from: { path: '^src/server/operate/' },
      to: { path: '^src/server/', pathNot: '^src/server/(?:operate/|command[.]ts|settings[.]ts)' },
    },
    layer(
      'metrics-read-nothing',
      '^src/server/metrics/',
      '^src/(?!server/metrics/|mail/queue[.]ts$|lib/)',
      'What counts is told events, and given what to read: pass it in.',
    ),
    layer(
      'server-no-netlify',
      '^src/server/',
      '^src/netlify/',
      'Netlify runs the same parts in its own way: what builds for it passes them in.',
    ),
    layer(
      'schemas-without-astro',
      '^src/(?:lib|texts|schemas|register|cms|cases|search|quality|history|import|own-content|web|views)/',
      '^(?:astro:|node_modules/astro/)',
      'This code also runs in plain Node: what it needs of Astro is passed in.',
    ),
    layer(
      'bench-content-on-register',
      '^src/bench/content/',
      '^src/(?!lib/|schemas/|register/|bench/content/)',
      'Made-up content is made of files and schemas alone, so that tests of every part can use it.',
    ),
    layer(
      'bench-serves-nobody',
      '^src/(?!bench/|entry/)',
      '^src/bench/',
      'What measures the portal is no part of it: only commands and tests start it.',
    ),
    layer('no-grab-bags', '^src/', '/(?:utils|helpers|misc|common)/', 'Name the file for its one concern.'),
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'Correct the import.',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '^(?:astro:|hast$|mdast$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.astro'],
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'types'],
    },
    exclude: { path: '^(?:dist|\\.cache|\\.astro|node_modules)' },
  },
};
