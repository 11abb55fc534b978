import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readEnvironment, SettingsProblem } from './environment.ts';

/** Where everything is that a portal owns itself. */
export interface ContentPlace {
  /** Top folder of the git repository that keeps it: where the CMS commits and the history is read. */
  contentRepoDir: string;
  /** `content/` in that repository. */
  contentDir: string;
  /** Who may edit what; never published. */
  officersFile: string;
  /** Pictures and documents that officers upload, served under /media/. */
  mediaDir: string;
}

/** The parts of a content folder that are neither a collection nor published as pages. */
export const OFFICERS_FILE = 'officers.yaml';
export const MEDIA_FOLDER = 'media';

/**
 * Where the content of a portal is: in the repository that OPENCHARTER_CONTENT names, or else in that of the code, whose
 * content is a demonstration. A path that is not absolute begins at the code's folder. Throws a `SettingsProblem` where
 * a repository is named that has no content.
 */
export function contentPlace(env: { OPENCHARTER_CONTENT?: string | undefined }, repoDir: string): ContentPlace {
  const named = env.OPENCHARTER_CONTENT;
  const contentRepoDir = resolve(repoDir, named || '.');
  const contentDir = join(contentRepoDir, 'content');
  if (named && !existsSync(contentDir))
    throw new SettingsProblem(
      `OPENCHARTER_CONTENT names ${contentRepoDir}, which has no folder "content". Name the top folder of a content repository, or make one: npm run init -- ${named}`,
    );
  return {
    contentRepoDir,
    contentDir,
    officersFile: join(contentDir, OFFICERS_FILE),
    mediaDir: join(contentDir, MEDIA_FOLDER),
  };
}

/** The same for a command beside the portal, with the settings that the portal has. */
export function ownContentPlace(): ContentPlace {
  const repoDir = fileURLToPath(new URL('../..', import.meta.url));
  return contentPlace(readEnvironment(process.env, repoDir), repoDir);
}

/**
 * The content folder that a command is given: a content repository, or the `content/` in it; without a name that of
 * the portal. Throws like `contentPlace`.
 */
export function contentFolder(named: string | undefined): string {
  if (named === undefined) return ownContentPlace().contentDir;
  const folder = resolve(named);
  const inside = join(folder, 'content');
  return existsSync(join(inside, 'portal')) ? inside : folder;
}
