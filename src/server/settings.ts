import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { contentPlace, type ContentPlace } from '../lib/content-place.ts';
import { SettingsProblem } from '../lib/environment.ts';
import { gitHostEnvironment, readGitHost, type GitHost } from '../cms/hosts/git-host.ts';
import { makeFolder } from '../lib/make-folder.ts';

const port = z.coerce.number().int().min(0).max(65_535);

/** Every setting that an operator may give through the environment, with what holds when nothing is set. */
const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(4321),
  SITE_URL: z.url().optional(),
  // Where the content is stands in src/lib/content-place.ts, which the languages of a build are read through too.
  OPENCHARTER_CONTENT: z.string().optional(),
  OPENCHARTER_DATA_DIR: z.string().default('.data'),
  OPENCHARTER_SECRET: z.string().min(32, 'OPENCHARTER_SECRET needs at least 32 characters.').optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'Write a PostgreSQL address: postgres://user:password@host/name.')
    .optional(),
  // A proxy on this machine; otherwise all its visitors would be one, and share one visitor's limits.
  TRUSTED_PROXIES: z
    .string()
    .default('127.0.0.1 ::1')
    .transform((list) => list.split(/[\s,]+/).filter(Boolean)),
  SMTP_HOST: z.string().optional(),
  SMTP_PORT: port.default(587),
  SMTP_USER: z.string().optional(),
  SMTP_PASS: z.string().optional(),
  SMTP_SECURE: z.stringbool().default(false),
  METRICS_TOKEN: z.string().min(16, 'METRICS_TOKEN needs at least 16 characters.').optional(),
  PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  MACHINES: z.coerce.number().int().min(1).max(64).default(1),
  DRAIN_SECONDS: z.coerce.number().int().min(0).max(300).default(0),
  PAGE_CACHE_MB: z.coerce.number().int().min(1).max(65_536).default(64),
  MAIL_CATCHER_SMTP_PORT: port.default(1025),
  MAIL_CATCHER_WEB_PORT: port.default(8025),
});

/** The names of all settings. */
export const settingNames = [...Object.keys(environment.shape), ...Object.keys(gitHostEnvironment.shape)];

export interface Settings extends ContentPlace {
  host: string;
  port: number;
  /** Public address without a trailing slash; absent until the server listens on a local machine. */
  siteUrl?: string;
  /** Top folder of the code. */
  repoDir: string;
  dataDir: string;
  secret: string;
  /** Where cases are kept: a PostgreSQL address, or the file of a SQLite database. */
  database: string;
  /** Addresses of reverse proxies whose word about the visitor's address is taken. */
  trustedProxies: string[];
  /** A local demonstration: mail is caught on this machine and the sample officer is signed in. */
  demo: boolean;
  smtp?: { host: string; port: number; user?: string; pass?: string; secure: boolean };
  /** Opens the figures of the operation to other machines. */
  metricsToken?: string;
  /** The git host at which officers edit, in place of the portal's own desk. */
  gitHost?: GitHost;
  /** How many processes share the port and the work. */
  processes: number;
  /** How many processes share the limits by address and the feedback of a day, on all machines together. */
  sharers: number;
  /** How long a portal that is to stop goes on serving while it says that it is not ready, in milliseconds. */
  drainMs: number;
  /** How much of the pages and other files is kept in memory, so that the disk is not asked for them again. */
  pageCacheBytes: number;
  mailCatcher: { smtpPort: number; webPort: number };
}

/**
 * Reads the settings. Without any it is a demonstration on this machine alone. As soon as SITE_URL names a public
 * address, an SMTP server must be named too, because mail would otherwise go nowhere.
 * Throws a `SettingsProblem` that names the variable and what to do.
 */
export function readSettings(env: NodeJS.ProcessEnv, repoDir: string): Settings {
  const settings = readSettingsWithoutKey(env, repoDir);
  return { ...settings, secret: parse(env).OPENCHARTER_SECRET ?? storedSecret(settings.dataDir) };
}

/** The same for commands that only look: makes no key where there is none. */
export function readSettingsWithoutKey(env: NodeJS.ProcessEnv, repoDir: string): Omit<Settings, 'secret'> {
  const values = parse(env);
  const demo = values.SITE_URL === undefined;
  if (!demo && !values.SMTP_HOST) {
    throw new SettingsProblem(
      'SITE_URL is set, so this is a public portal, but SMTP_HOST is not. Set SMTP_HOST to the mail server that delivers complaints.',
    );
  }
  if (demo && values.HOST !== '127.0.0.1' && values.HOST !== 'localhost' && values.HOST !== '::1') {
    throw new SettingsProblem(
      'HOST opens the server to the network, but SITE_URL is not set. A demonstration signs everybody in; set SITE_URL, or leave HOST out.',
    );
  }
  if (values.PROCESSES > 1 && !values.DATABASE_URL) {
    throw new SettingsProblem(
      `PROCESSES is ${values.PROCESSES}, but DATABASE_URL is not set. Several processes share their cases and editions through PostgreSQL: set DATABASE_URL to it, or leave PROCESSES out.`,
    );
  }
  if (values.MACHINES > 1 && !values.DATABASE_URL) {
    throw new SettingsProblem(
      `MACHINES is ${values.MACHINES}, but DATABASE_URL is not set. Several machines share their cases and editions through PostgreSQL: set DATABASE_URL to it, or leave MACHINES out.`,
    );
  }
  const gitHost = readGitHost(env);
  return {
    host: values.HOST,
    port: values.PORT,
    ...(values.SITE_URL ? { siteUrl: values.SITE_URL.replace(/\/$/, '') } : {}),
    ...placesIn(values, repoDir),
    trustedProxies: values.TRUSTED_PROXIES,
    demo,
    ...(values.SMTP_HOST
      ? {
          smtp: {
            host: values.SMTP_HOST,
            port: values.SMTP_PORT,
            secure: values.SMTP_SECURE,
            ...(values.SMTP_USER ? { user: values.SMTP_USER } : {}),
            ...(values.SMTP_PASS ? { pass: values.SMTP_PASS } : {}),
          },
        }
      : {}),
    ...(values.METRICS_TOKEN ? { metricsToken: values.METRICS_TOKEN } : {}),
    ...(gitHost ? { gitHost } : {}),
    processes: values.PROCESSES,
    sharers: values.PROCESSES * values.MACHINES,
    drainMs: values.DRAIN_SECONDS * 1000,
    pageCacheBytes: values.PAGE_CACHE_MB * 1024 * 1024,
    mailCatcher: { smtpPort: values.MAIL_CATCHER_SMTP_PORT, webPort: values.MAIL_CATCHER_WEB_PORT },
  };
}

/** Where content, data and cases are. */
export type Places = ContentPlace & Pick<Settings, 'repoDir' | 'dataDir' | 'database'>;

/** Where the portal keeps what it keeps, for commands beside it. Makes nothing. Throws like `readSettings`. */
export function readPlaces(env: NodeJS.ProcessEnv, repoDir: string): Places {
  return placesIn(parse(env), repoDir);
}

/** The portal's key, where it has one already. Makes none. */
export function keptSecret(env: NodeJS.ProcessEnv, dataDir: string): string | undefined {
  const file = join(dataDir, 'secret');
  return env.OPENCHARTER_SECRET || (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined);
}

function placesIn(values: z.output<typeof environment>, repoDir: string): Places {
  const dataDir = resolve(repoDir, values.OPENCHARTER_DATA_DIR);
  return {
    repoDir,
    ...contentPlace(values, repoDir),
    dataDir,
    database: values.DATABASE_URL ?? join(dataDir, 'cases.sqlite'),
  };
}

/** A variable that is set to nothing is not set. */
function parse(env: NodeJS.ProcessEnv): z.output<typeof environment> {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (parsed.success) return parsed.data;
  throw new SettingsProblem(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
}

/**
 * The key kept in the data folder, making it on the first start, so that links and sessions outlive a restart.
 */
function storedSecret(dataDir: string): string {
  makeFolder(dataDir);
  const file = join(dataDir, 'secret');
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
