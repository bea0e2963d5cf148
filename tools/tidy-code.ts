// What must hold in every TypeScript file beyond style and types, judged on its syntax tree: sizes, names, an opening comment, SQL
// in its place, no test left out, no cast to `any`.
import ts from 'typescript';
import { type Check, type Finding, linesOf } from './tidy-files.ts';

const maxFileLines = 400;
const maxFunctionLines = 70;
/** Written by a program, read by one. */
const generated = 'packages/server/client/schema.ts';
const emptyNames: ReadonlySet<string> = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'manager',
  'managers',
  'common',
  'misc',
]);
const words = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g;
const test = /\.test(?:-support)?\.ts$/;
const server = 'packages/server/src/';
/** What of the ledger's door can change a ledger. */
const ledgerWrites: ReadonlySet<string> = new Set(['Log', 'sealCommit', 'sealPages', 'resealPage']);
const ledgerWriter = /^packages\/server\/src\/(?:(?:recorder|assembly)\/)/;
const sqlRoom = /^packages\/server\/src\/(?:store|projections|views)\//;
const sql = [
  /\bselect\b[\s\S]*?\bfrom\s+["\w]/,
  /\bSELECT\b[\s\S]*?\bFROM\s+["\w]/,
  /\binsert\s+(?:or\s+\w+\s+)?into\s+["\w]/i,
  /\bupdate\s+["\w.]+\s+set\s+["\w?]+\s*=/i,
  /\bdelete\s+from\s+["\w]/i,
  /\bcreate\s+(?:\w+\s+)?(?:table|index)\b/i,
];
const everyColumn = /\bselect\s+(?:distinct\s+)?(?:\w+\.)?\*/i;
const runners: ReadonlySet<string> = new Set(['test', 'it', 'describe', 'suite']);
const leftOut: ReadonlySet<string> = new Set(['only', 'skip', 'todo']);

/** Visits each node of a tree, parents first, and gathers what is wrong with it. */
function gather(syntax: ts.SourceFile | undefined, judge: (node: ts.Node) => string | undefined): readonly Finding[] {
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const what = judge(node);
    if (what !== undefined && syntax)
      findings.push({ line: syntax.getLineAndCharacterOfPosition(node.getStart()).line + 1, what });
    ts.forEachChild(node, visit);
  };
  if (syntax) visit(syntax);
  return findings;
}

/** A file is one noun. */
export const filesAreShort: Check = ({ path, text, syntax }) => {
  const lines = linesOf(text).length;
  return syntax && lines > maxFileLines && path !== generated
    ? [{ line: maxFileLines + 1, what: `${lines} lines; ${maxFileLines} at most` }]
    : [];
};

/** A function fits on a screen. A suite's body is a list of tests, not a function. */
export const functionsAreShort: Check = ({ syntax }) =>
  gather(syntax, (node) => {
    if (!ts.isFunctionLike(node) || isSuiteBody(node)) return undefined;
    const lines = linesOf(node.getText()).length;
    return lines > maxFunctionLines ? `a function of ${lines} lines; ${maxFunctionLines} at most` : undefined;
  });

function isSuiteBody({ parent }: ts.Node): boolean {
  return (
    ts.isCallExpression(parent) &&
    ts.isIdentifier(parent.expression) &&
    ['describe', 'suite'].includes(parent.expression.text)
  );
}

/** A name says what a thing is; these say only that nobody thought of one. */
export const namesSaySomething: Check = ({ path, syntax }) => {
  const findings = gather(syntax, (node) => {
    const name = declaredName(node);
    return name !== undefined && isEmptyName(name) ? `the name ${name} says nothing` : undefined;
  });
  return syntax && path.split('/').some(isEmptyName)
    ? [{ line: 1, what: "the file's name says nothing" }, ...findings]
    : findings;
};

const isEmptyName = (name: string): boolean =>
  (name.match(words) ?? []).some((word) => emptyNames.has(word.toLowerCase()));

function declaredName(node: ts.Node): string | undefined {
  const declares =
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    (ts.isVariableDeclaration(node) && ts.isSourceFile(node.parent.parent.parent));
  return declares && node.name && ts.isIdentifier(node.name) ? node.name.text : undefined;
}

/** A reader learns first what a file is and what it refuses to be. */
export const opensWithComment: Check = ({ path, text, syntax }) => {
  const opens = text.startsWith('//') || text.startsWith('/*');
  return syntax && !test.test(path) && !opens ? [{ line: 1, what: 'does not open with a comment' }] : [];
};

/** A green run has run everything. */
export const noTestLeftOut: Check = ({ path, syntax }) =>
  test.test(path)
    ? gather(syntax, (node) => {
        const name = ts.isPropertyAccessExpression(node) || ts.isPropertyAssignment(node) ? node.name.getText() : '';
        return leftOut.has(name) && (isCalled(node) || isOption(node)) ? `a test with .${name}` : undefined;
      })
    : [];

const isCalled = (node: ts.Node): boolean =>
  ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && ts.isCallExpression(node.parent);

function isOption(node: ts.Node): boolean {
  if (!ts.isPropertyAssignment(node) || node.initializer.kind === ts.SyntaxKind.FalseKeyword) return false;
  const call = node.parent.parent;
  return ts.isCallExpression(call) && runners.has(call.expression.getText());
}

/** A cast to `any` turns the compiler off for all that follows. */
export const noCastToAny: Check = ({ syntax }) =>
  gather(syntax, (node) => {
    const casts = ts.isAsExpression(node) || ts.isTypeAssertionExpression(node);
    return casts && node.type.kind === ts.SyntaxKind.AnyKeyword ? 'a cast to any' : undefined;
  });

/** One place answers for what is asked of a database, and it says which columns it wants. Tests may look into one. */
export const sqlInItsPlace: Check = ({ path, syntax }) =>
  gather(path.startsWith('packages/') && !test.test(path) ? syntax : undefined, (node) => {
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'selectAll') return 'selectAll: name the columns';
    const text = literalText(node);
    if (text === undefined) return undefined;
    if (everyColumn.test(text)) return 'select *: name the columns';
    return !sqlRoom.test(path) && sql.some((statement) => statement.test(text))
      ? 'SQL outside store, projections and views'
      : undefined;
  });

/** One piece of code appends to the ledger and erases from it. The cruiser sees files, and this is a matter of names. */
export const ledgerWrittenInOnePlace: Check = ({ path, syntax }) =>
  gather(path.startsWith(server) && !test.test(path) && !ledgerWriter.test(path) ? syntax : undefined, (node) => {
    if (!ts.isImportSpecifier(node) || !ledgerWrites.has((node.propertyName ?? node.name).text)) return undefined;
    const { moduleSpecifier } = node.parent.parent.parent;
    const fromLedger = ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === '@acta/ledger';
    return fromLedger ? `${node.getText()} outside the recorder` : undefined;
  });

/** @returns what a string or a template says, with `?` for what is put into it */
function literalText(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map((span) => `?${span.literal.text}`).join('');
}
