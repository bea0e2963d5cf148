// The project's own files, read once for all tidy checks. It knows where the project lives, so that what a person keeps beside it
// (a vault, an export) is never opened; it judges nothing.
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export interface ProjectFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The syntax tree; undefined for what is not TypeScript. */
  readonly syntax: ts.SourceFile | undefined;
}

/** A place in a file, and what is wrong there. */
export interface Finding {
  readonly line: number;
  readonly what: string;
}

/** One rule of tidiness. @returns a finding for each breach; none for files that the rule is not about */
export type Check = (file: ProjectFile, project: ReadonlySet<string>) => readonly Finding[];

const places = ['packages', 'tools', 'bench', 'tests', 'docs', 'vectors', 'samples', '.ci'].map(
  (place) => `${place}/**/*`,
);
const atRoot = ['*.md', '*.json', '*.jsonc', '.*', '*.cjs', 'acta', 'LICENSE'];
const skipped = /(^|\/)(node_modules|dist|\.git|\.bench)$/;

/** Reads every text file of the project. What holds a NUL byte is data and is left out; its path still counts as one of the project. */
export function readProject(root: string): {
  readonly files: readonly ProjectFile[];
  readonly paths: ReadonlySet<string>;
} {
  const found = globSync([...places, ...atRoot], { cwd: root, exclude: (path) => skipped.test(path) });
  const paths = found.map((path) => path.replaceAll('\\', '/')).filter((path) => statSync(join(root, path)).isFile());
  const files = paths.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return text.includes('\0') ? [] : [fileOf(path, text)];
  });
  return { files, paths: new Set(paths) };
}

/** A file as the checks see it. */
export function fileOf(path: string, text: string): ProjectFile {
  const syntax = path.endsWith('.ts') ? ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) : undefined;
  return { path, text, syntax };
}

/** Lines of a text, counted as an editor does: a last line break begins no line. */
export function linesOf(text: string): readonly string[] {
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}
