/** Tells when what was published is what visitors see: the live version is then another than it was before publication. */
export function createLiveWatch(liveVersion: () => string) {
  const versionAt = new Map<string, string>();

  /** `before` is the live version from before the files changed: whoever watches them may be quicker than we are. */
  function published(commit: string, before: string): void {
    versionAt.set(commit, before);
    for (const old of [...versionAt.keys()].slice(0, -100)) versionAt.delete(old);
  }

  /** True also for a commit from before the last restart: everything published is read at the start. */
  function isLive(commit: string): boolean {
    const before = versionAt.get(commit);
    return before === undefined || liveVersion() !== before;
  }

  return { published, isLive };
}
