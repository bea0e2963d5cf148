// What must hold in every text file, whatever its language: no machine's paths or hosts, no note to self, no broken link, pinned
// versions, short decisions, vectors that parse. The words it looks for are written so that this file does not hold them.
import { posix } from 'node:path';
import { type Check, type Finding, linesOf, type ProjectFile } from './tidy-files.ts';

const machine =
  /(?<![\w.~$}-])\/(?:w[o]rk|f[a]rm|r[o]ot|h[o]me\/\w+|U[s]ers\/\w+|t[m]p\/\w+)\b|registry\.(?:n[p]m|y[a]rn)|"resolved": "h[t]tp/;
const note = /\b(?:T[O]DO|F[I]XME|X[X]X)\b/;
const data = /^(?:vectors|samples)\//;
const fence = /^\s*(?:```|~~~)/;
const link = /\[[^\]]*\]\(([^)\s]+)[^)]*\)|^\[[^\]]+\]:\s*(\S+)/g;
const elsewhere = /^(?:[a-z]+:|#|\/\/)/i;
const exact = /^(?:npm:(?:@[\w-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const decision = /^docs\/decisions\/(.*)$/;
const numbered = /^\d{4}-[a-z0-9-]+\.md$/;

function matching({ text }: ProjectFile, wanted: RegExp, what: string): readonly Finding[] {
  return linesOf(text).flatMap((line, index) => (wanted.test(line) ? [{ line: index + 1, what }] : []));
}

/** Another machine has neither these folders nor these hosts. */
export const noMachine: Check = (file) => matching(file, machine, 'names a path or a host of one machine');

/** What is to be done stands where people look for it, not in the code. */
export const noNoteToSelf: Check = (file) =>
  data.test(file.path) || file.path === 'package-lock.json' ? [] : matching(file, note, 'a note to self');

/** Data that does not parse proves nothing. */
export const dataParses: Check = ({ path, text }) => {
  if (!data.test(path) || !path.endsWith('.json')) return [];
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [{ line: 1, what: `is not JSON: ${String(error)}` }];
  }
};

/** A link within the project leads to a file or a folder of it. */
export const linksLead: Check = ({ path, text }, project) => {
  if (!path.endsWith('.md') || data.test(path)) return [];
  let fenced = false;
  return linesOf(text).flatMap((line, index) => {
    if (fence.test(line)) fenced = !fenced;
    if (fenced) return [];
    const targets = Array.from(line.matchAll(link), ([, inline, reference]) => inline ?? reference ?? '');
    const broken = targets.filter((target) => !elsewhere.test(target) && !leads(path, target, project));
    return broken.map((target) => ({ line: index + 1, what: `links to ${target}, which is not there` }));
  });
};

function leads(from: string, target: string, project: ReadonlySet<string>): boolean {
  const bare = decodeURIComponent(target.split('#')[0] ?? '');
  const path = posix.normalize(posix.join(posix.dirname(from), bare));
  const folder = path.endsWith('/') ? path : `${path}/`;
  return path === '.' || project.has(path) || project.values().some((known) => known.startsWith(folder));
}

/** A decision that needs more than 40 lines is not yet decided. */
export const decisionsAreShort: Check = ({ path, text }) => {
  const name = decision.exec(path)?.[1];
  if (name === undefined) return [];
  const lines = linesOf(text).length;
  const findings = lines > 40 ? [{ line: 41, what: `${lines} lines; a decision record has 40 at most` }] : [];
  return numbered.test(name) ? findings : [...findings, { line: 1, what: 'is not named NNNN-title.md' }];
};

/** The same versions on every machine, also without the lock file. */
export const versionsArePinned: Check = ({ path, text }) => {
  if (posix.basename(path) !== 'package.json') return [];
  const manifest = JSON.parse(text) as Record<string, unknown>;
  const groups = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
  const wanted = groups.flatMap((group) => Object.entries(manifest[group] ?? {}));
  const loose = wanted.filter(([, version]) => !exact.test(String(version)));
  return loose.map(([name, version]) => ({ line: 1, what: `${name} is ${String(version)}, not one exact version` }));
};
