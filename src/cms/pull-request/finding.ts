/** One thing that was found in a pull request, told to whoever wrote it. */
export interface PullFinding {
  /** `refused` keeps it from being merged; `note` is for whoever merges it. */
  level: 'refused' | 'note';
  /** The file, where it is about one. Whoever wrote the pull request chose its name. */
  path?: string;
  /** Line in that file, counted from 1, where known. */
  line?: number;
  /** What is wrong and what to do. */
  says: string;
}

/** What a check came to. */
export interface PullVerdict {
  /** The account that wrote the pull request. */
  author: string;
  /** How many files merging it would change. */
  files: number;
  findings: PullFinding[];
}

/** True where nothing keeps it from being merged. */
export function isAllowed({ findings }: PullVerdict): boolean {
  return findings.every(({ level }) => level !== 'refused');
}
