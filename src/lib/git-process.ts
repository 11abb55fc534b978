import { runGit, type GitRequest, type GitResult } from './run-git.ts';

/*
 * The small process that starts git for a large one (see run-git-beside.ts): node src/lib/git-process.ts, with a channel
 * to its parent. It ends when the parent does; a git that runs then is not cut off.
 */
export interface Asked {
  id: number;
  request: GitRequest;
}
export type Answered = { id: number } & ({ result: GitResult } | { failed: string });

process.on('message', ({ id, request }: Asked) => {
  runGit(request).then(
    (result) => answer({ id, result }),
    (error: Error) => answer({ id, failed: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));
// A terminal sends them to all processes; the parent may need git once more while it ends.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('SIGHUP', () => undefined);

function answer(answered: Answered): void {
  // The parent may have ended meanwhile, as the channel tells.
  if (process.connected) process.send?.(answered, () => undefined);
}
