/** One instruction of a Dockerfile. */
export interface Instruction {
  name: string;
  flags: Record<string, string>;
  /** What stands behind the name and its flags, lines joined. */
  rest: string;
}

export interface Stage {
  name: string;
  base: string;
  instructions: Instruction[];
}

/** Reads a Dockerfile, as far as ours goes: no heredocs, no ARG, no comments inside an instruction. */
export function readDockerfile(text: string): Stage[] {
  const stages: Stage[] = [];
  const lines = text.replaceAll(/\\\n\s*/g, ' ').split('\n');
  for (const line of lines.map((each) => each.trim()).filter((each) => each && !each.startsWith('#'))) {
    const [, name = '', behind = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (name === 'FROM') {
      const [, base = '', stage] = /^(\S+)(?:\s+AS\s+(\S+))?$/.exec(behind) ?? [];
      stages.push({ name: stage ?? String(stages.length), base, instructions: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (!stage || !known.has(name)) throw new Error(`No instruction that is known: ${line}`);
    stage.instructions.push({ name, ...withoutFlags(behind) });
  }
  return stages;
}

const known = new Set(['COPY', 'RUN', 'WORKDIR', 'ENV', 'VOLUME', 'EXPOSE', 'USER', 'HEALTHCHECK', 'CMD']);

function withoutFlags(text: string): Pick<Instruction, 'flags' | 'rest'> {
  const flags: Record<string, string> = {};
  let rest = text;
  for (let found; (found = /^--([\w-]+)=(\S+)\s+/.exec(rest)); rest = rest.slice(found[0].length))
    flags[found[1] ?? ''] = found[2] ?? '';
  return { flags, rest };
}

/** Sources and place of a COPY. */
export function copied({ rest }: Instruction): { sources: string[]; to: string } {
  const words = rest.split(/\s+/);
  return { sources: words.slice(0, -1), to: words.at(-1) ?? '' };
}

/** The files of the build context that .dockerignore lets in; our patterns are names of files and folders. */
export function contextFiles(ignore: string, files: string[]): string[] {
  const rules = ignore.split('\n').filter((line) => line && !line.startsWith('#'));
  return files.filter(
    (file) =>
      rules.reduce((out, rule) => {
        const path = rule.replace('!', '');
        const hit = path === '*' || file === path || file.startsWith(`${path}/`);
        return hit ? !rule.startsWith('!') : out;
      }, false) === false,
  );
}
