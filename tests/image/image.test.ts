import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { settingNames } from '../../src/server/settings.ts';
import { contextFiles, copied, readDockerfile } from './dockerfile.ts';

const stages = readDockerfile(readFileSync('Dockerfile', 'utf8'));
const last = stages.at(-1);
const all = (name: string): string[] =>
  (last?.instructions ?? []).filter((each) => each.name === name).map(({ rest }) => rest);
const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
const inContext = contextFiles(readFileSync('.dockerignore', 'utf8'), tracked);

test('the build context holds what is compiled and served, and nothing that a portal keeps for itself', () => {
  for (const file of [
    'package-lock.json',
    '.npmrc',
    'src/entry/start.ts',
    'admin/index.html',
    'content/portal/portal.yaml',
  ])
    expect(inContext).toContain(file);
  const secrets = [
    'opencharter.env',
    '.data/secret',
    '.env',
    'dist/client/index.html',
    'node_modules/x/y.js',
    'content.key',
  ];
  expect(contextFiles(readFileSync('.dockerignore', 'utf8'), secrets)).toEqual([]);
  expect(inContext.filter((file) => file.startsWith('tests/') || file.startsWith('src/docs/'))).toEqual([]);
});

test('every file that the Dockerfile copies from the working tree is there', () => {
  const context = stages.flatMap(({ instructions }) =>
    instructions.filter(({ name, flags }) => name === 'COPY' && !flags['from']).flatMap((each) => copied(each).sources),
  );
  for (const source of context.filter((each) => each !== '.'))
    expect(
      inContext.some((file) => file === source || file.startsWith(`${source}/`)),
      source,
    ).toBe(true);
});

test('every file that the last stage copies is one that the build stage has, and every command one that is there', () => {
  const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;
  const made = ['node_modules', '.cache/app'];
  for (const each of (last?.instructions ?? []).filter(({ flags }) => flags['from'] === 'build'))
    for (const source of copied(each).sources) {
      const file = source.replace('/srv/opencharter/', '');
      expect(made.includes(file) || inContext.some((one) => one === file || one.startsWith(`${file}/`)), file).toBe(
        true,
      );
    }
  for (const { rest } of stages.flatMap(({ instructions }) => instructions)) {
    const [, script] = /npm run (\S+)/.exec(rest) ?? [];
    if (script) expect(scripts).toHaveProperty([script]);
  }
  const [entry = ''] = /src\/entry\/\w+\.ts/.exec(all('CMD')[0] ?? '') ?? [];
  expect(existsSync(entry)).toBe(true);
});

test('the image runs as nobody in particular, with the Node that is tested, and tells whether it is ready', () => {
  expect(all('USER')).toEqual(['node']);
  expect(all('HEALTHCHECK')[0]).toContain('/healthz/ready');
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: { node: string } };
  const major = devDependencies.node.split('.')[0];
  for (const { base } of stages.filter((stage) => stage.base !== 'scratch'))
    expect(base).toBe(`node:${major}-bookworm-slim`);
  for (const secret of ['SECRET', 'PASS', 'TOKEN']) expect(all('ENV').join('\n')).not.toContain(secret);
});

/** The part of the Compose Specification that compose.yaml uses; a field that is misspelt is refused. */
const words = z.record(z.string(), z.union([z.string(), z.number()]));
const service = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.string(), additional_contexts: words }).optional(),
  restart: z.enum(['unless-stopped']),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.enum(['service_healthy', 'service_started']) }))
    .optional(),
  environment: words,
  ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/, 'Open to this machine alone.')).optional(),
  volumes: z.array(z.string().regex(/^[^:]+(?:\{[^}]*\})?:\/[^:]+$/)),
  tmpfs: z.array(z.string()).optional(),
  healthcheck: z
    .strictObject({ test: z.array(z.string()), interval: z.string(), timeout: z.string(), retries: z.int() })
    .optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  init: z.boolean().optional(),
  stop_grace_period: z.string().optional(),
  shm_size: z.string().optional(),
  networks: z.array(z.string()),
});
const compose = z.strictObject({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.unknown()),
  volumes: z.record(z.string(), z.null()),
});

test('compose.yaml names only what there is, and gives the portal settings that it knows and a root that it cannot write', () => {
  const { services, networks, volumes } = compose.parse(parse(readFileSync('compose.yaml', 'utf8')));
  for (const [name, each] of Object.entries(services)) {
    for (const other of Object.keys(each.depends_on ?? {})) expect(services, name).toHaveProperty(other);
    for (const network of each.networks) expect(networks, name).toHaveProperty(network);
    for (const volume of each.volumes.filter((one) => /^\w/.test(one)))
      expect(volumes, name).toHaveProperty(volume.split(':')[0] ?? '');
  }
  const { portal, database } = services;
  expect(Object.keys(portal?.environment ?? {}).filter((name) => !settingNames.includes(name))).toEqual([]);
  expect(portal).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  expect(database?.healthcheck).toBeDefined();
  // What the image declares as written has a place that is.
  const places = [...(portal?.volumes ?? []), ...(portal?.tmpfs ?? [])].join('\n');
  for (const volume of JSON.parse(all('VOLUME')[0] ?? '[]') as string[]) expect(places).toContain(volume);
});
